package priority

// Rules are the weights, limits and clocks of the worklist. They stand in a
// file that the user can edit. One point is one euro of expected gain.
type Rules struct {
	HorizonDays  int   `toml:"horizon_days"`  // "will it come by itself within …"
	ReachedPrior int   `toml:"reached_prior"` // reaching someone: (reached + prior) / (attempts + of)
	AttemptsOf   int   `toml:"attempts_of"`
	UpliftPPM    int64 `toml:"uplift_ppm"` // share of what would not come that a conversation brings

	PointsBroken      int64 `toml:"points_broken"`        // for each promise broken within a year, three at most
	PointsLimitPPM    int64 `toml:"points_limit_ppm"`     // share of the excess over the limit
	PointsLimitMax    int64 `toml:"points_limit_max"`     //
	PointsDriftPerDay int64 `toml:"points_drift_per_day"` // for each day later than usual
	PointsDriftMax    int64 `toml:"points_drift_max"`     //
	PointsRecent      int64 `toml:"points_recent"`        // taken off after a recent contact
	RecentDays        int   `toml:"recent_days"`          //

	AttemptsPerDay       int `toml:"attempts_per_day"`
	AttemptsPerWeek      int `toml:"attempts_per_week"`
	ConversationsPerDay  int `toml:"conversations_per_day"`
	ConversationsPerWeek int `toml:"conversations_per_week"`

	InsurerNoticeDays  int `toml:"insurer_notice_days"`  // after the due date, by the policy
	InsurerLeadDays    int `toml:"insurer_lead_days"`    //
	LimitationLeadDays int `toml:"limitation_lead_days"` // half a year, to take a debtor to court without haste
	ClaimMonths        int `toml:"claim_months"`         // to declare a claim, from publication (C. com. R622-24)
	OldDays            int `toml:"old_days"`             // from here on age is the reason named
}

// DefaultRules are the rules before anyone edited them. The reach prior is the
// 30 % of published call-centre figures with the strength of ten calls, the
// uplift of one quarter an assumption to be replaced by one's own measures.
func DefaultRules() Rules {
	return Rules{
		HorizonDays: 7, ReachedPrior: 3, AttemptsOf: 10, UpliftPPM: 250_000,
		PointsBroken: 30, PointsLimitPPM: 10_000, PointsLimitMax: 200,
		PointsDriftPerDay: 3, PointsDriftMax: 60, PointsRecent: 50, RecentDays: 3,
		AttemptsPerDay: 3, AttemptsPerWeek: 7, ConversationsPerDay: 1, ConversationsPerWeek: 3,
		InsurerNoticeDays: 60, InsurerLeadDays: 10, LimitationLeadDays: 183, ClaimMonths: 2, OldDays: 90,
	}
}
