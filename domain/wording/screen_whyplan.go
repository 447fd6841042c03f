package wording

// The computation of a plan's figures, in the sheet that explains them.
var (
	WhyPlanLine      = Text{"échéance %s du %s", "instalment %s of %s"}
	WhyPlanPrincipal = Text{"principal", "principal"}
	WhyPlanInterest  = Text{"intérêts", "interest"}
	WhyPlanFees      = Text{"indemnités", "indemnities"}
	WhyPlanDocument  = Text{"%s, échue le %s", "%s, due on %s"}
	WhyPlanOf        = Text{"%s, sur %s", "%s, on %s"}
	WhyPlanFee       = Text{"indemnité de recouvrement, une fois par facture payée en retard", "recovery indemnity, once for each invoice paid late"}
	WhyPlanNoFee     = Text{"aucune pièce n'est commencée par cette échéance : pas d'indemnité", "no document is begun by this instalment: no indemnity"}
	WhyPlanReserved  = Text{"intérêts et indemnités réservés : ils ne sont pas dans l'échéancier", "interest and indemnities reserved: they are not in the plan"}
	WhyPlanWhole     = Text{"à payer en tout", "to be paid in all"}
	WhyPlanCost      = Text{"coût : intérêts et indemnités demandés", "cost: interest and indemnities asked"}
	WhyPlanWaived    = Text{"abandonné, calculé au %s", "waived, computed to %s"}
	WhyPlanSuspended = Text{"suspendu, calculé au %s", "suspended, computed to %s"}
	WhyPlanAverage   = Text{"encours moyen : Σ principal × jours d'attente / principal", "average exposure: Σ principal × days waited / principal"}
	WhyPlanWaits     = Text{"%s : %s × %d j", "%s: %s × %d d"}
	WhyPlanDays      = Text{"%d jours", "%d days"}
	WhyPlanBalance   = Text{"solde exigible après la rupture", "balance due after the breach"}
	WhyPlanUnpaid    = Text{"principal non payé, échu ou non", "principal not paid, due or not"}
	WhyPlanAskedLeft = Text{"intérêts demandés et non payés, ou suspendus", "interest asked and not paid, or suspended"}
	WhyPlanFeesLeft  = Text{"indemnités demandées et non payées, ou suspendues", "indemnities asked and not paid, or suspended"}
	WhyPlanOther     = Text{"Le calcul d'aujourd'hui ne donne plus ce chiffre (taux ou paiements changés depuis) : celui de l'échéancier fait foi.", "Computed today the figure would be another one (rates or payments changed since): that of the plan counts."}
	WhyPlanNoRate    = Text{"taux inconnu du %s au %s : rien n'est calculé", "no rate known from %s to %s: nothing is computed"}
	WhyPlanCannot    = Text{"Ce chiffre ne se calcule pas ici.", "This figure cannot be computed here."}
	WhyPlanRule      = Text{"base × taux × jours / 365, arrondi une fois par échéance", "base × rate × days / 365, rounded once per instalment"}
)
