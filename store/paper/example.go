package paper

import (
	"strconv"
	"time"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/money"
)

// Examples give fictional data for a paper, once under French and once under
// Belgian law, with everything filled in: for showing what a template makes, and
// for trying a user's template before it is needed. Nil for no paper.
func Examples(name string, l Lang) []Data {
	var out []Data
	for _, country := range []string{"FR", "BE"} {
		if d := example(name, l, country); d != nil {
			out = append(out, d)
		}
	}
	return out
}

func euros(minor int64) money.Amount { return money.Of(minor, money.EUR) }

func example(name string, l Lang, country string) Data {
	head := exampleHead(country)
	today := head.Date
	items := []Item{
		{Number: "F25-1043", Date: today.AddDays(-105), Due: today.AddDays(-75), Original: euros(1_245_000), Remaining: euros(1_245_000), DaysLate: 75},
		{Number: "F25-1102", Date: today.AddDays(-84), Due: today.AddDays(-54), Original: euros(1_520_000), Remaining: euros(1_020_000), DaysLate: 54},
	}
	charges := []Charge{
		{
			Number: "F25-1043", Due: items[0].Due, Principal: euros(1_245_000),
			Segments: []Segment{{
				From: items[0].Due + 1, To: today, Days: 75, RatePPM: 121_500,
				Base: euros(1_245_000), Interest: euros(31_082), Source: "JO", Provisional: true,
			}},
			Interest: euros(31_082), Indemnity: euros(4_000), Total: euros(1_280_082),
		},
		{
			Number: "F25-1102", Due: items[1].Due, Principal: euros(1_020_000),
			Segments: []Segment{{
				From: items[1].Due + 1, To: today, Days: 54, RatePPM: 121_500,
				Base: euros(1_020_000), Interest: euros(18_335), Source: "JO", Provisional: true,
			}},
			Interest: euros(18_335), Indemnity: euros(4_000), Total: euros(1_042_335),
		},
	}
	schedule := exampleSchedule(country)
	switch name {
	case NameAgreement, NameAcknowledgment:
		return Agreement{
			Head: head, Items: items, Principal: euros(2_265_000), Charges: charges, ChargedTo: today,
			Interest: euros(49_417), Indemnity: euros(8_000), Total: euros(2_322_417),
			TotalWords: words{
				"vingt-trois mille deux cent vingt-quatre euros et dix-sept centimes",
				"drieëntwintigduizend tweehonderdvierentwintig euro en zeventien cent",
				"twenty-three thousand two hundred and twenty-four euros and seventeen cents",
			}.in(l),
			Schedule: schedule, InterestIs: Asked, FeesAre: Asked, RatePPM: 121_500, RateBasis: "BCE + 10", Provisional: true,
			NoticeDays: 8, RetentionOfTitle: true, SignBy: today.AddDays(10),
			Guarantors: []Party{{Name: "Anne Petit", Address: []string{"3 rue du Moulin", "59000 Lille"}, Natural: true}},
		}
	case NameFees:
		return Fees{
			Head: head, UpTo: today, Charges: charges, Principal: euros(2_265_000), Interest: euros(49_417),
			Indemnity: euros(8_000), Total: euros(2_322_417), Due: euros(57_417), PayBy: today.AddDays(8),
			Provisional: true, Basis: "BCE + 10", Order: "principal-first", PaidInterest: euros(0), PaidIndemnity: euros(0),
			PaymentReference: schedule[0].Reference,
		}
	case NameStatement:
		return Statement{
			Head: head, AsOf: today, Items: items, Overdue: euros(2_265_000), NotDue: euros(0), Unapplied: euros(10_000),
			Total: euros(2_255_000), PaymentReference: schedule[0].Reference,
		}
	}
	return exampleNote(name, head, items, schedule)
}

func exampleNote(name string, head Head, items []Item, schedule []Line) Data {
	today := head.Date
	switch name {
	case NamePromise:
		return PromiseNote{
			Head: head, MadeOn: today, Person: "Mme Petit", Amount: euros(1_245_000), Due: today.AddDays(4),
			Items: items[:1], PaymentReference: schedule[0].Reference,
		}
	case NamePlan:
		return PlanNote{Head: head, MadeOn: today, Person: "Mme Petit", Total: euros(2_322_417), Schedule: schedule, SignBy: today.AddDays(10), Attached: true}
	case NameDispute:
		disputed := items[0]
		disputed.Disputed = euros(32_000)
		return DisputeNote{
			Head: head, MadeOn: today, Person: "Mme Petit", Items: []Item{disputed}, DueNow: true, Amount: euros(32_000), Undisputed: euros(1_213_000),
			Reason: "prix", AnswerBy: today.AddDays(10), Wanted: []string{"bon de commande 4711"},
		}
	case NameCall:
		return CallNote{
			Head: head, MadeOn: today, Person: "Mme Petit", What: "copie de la facture F25-1043", NextOn: today.AddDays(1), At: "9h", Items: items[:1],
		}
	case NameCourtesy:
		return Courtesy{Head: head, SignedOn: today.AddDays(-20), Line: schedule[0], Count: len(schedule)}
	case NameBreach:
		return Breach{
			Head: head, SignedOn: today.AddDays(-60), Missed: schedule[:1], MissedSum: schedule[0].Amount, Balance: euros(2_322_417),
			NoticeDays: 8, PayBy: today.AddDays(10), Interest: euros(49_417), Indemnity: euros(8_000), Total: euros(2_379_834),
			PaymentReference: schedule[0].Reference,
		}
	}
	return nil
}

func exampleHead(country string) Head {
	h := Head{
		Country: country, Place: "Lille", Date: calendar.Of(2026, 11, 23), Reference: "D-2026-0042", Account: "C00231",
		Writer: "M. Durand", WriterTitle: "Crédit client", Telephone: "03 20 00 00 00", Email: "credit@atelier.example",
		IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPLIL", DataContact: "dpo@atelier.example",
		Creditor: Party{
			Name: "Atelier du Nord", Form: "SAS au capital de 50 000 €", Registry: "RCS Lille Métropole",
			IDs: []Identifier{{"SIREN", "732 829 320"}}, Address: []string{"12 rue des Ateliers", "59000 Lille"},
			Representative: "Claire Martin", Capacity: "présidente",
		},
		Debtor: Party{
			Name: "Garage Lefèvre", Form: "SARL au capital de 8 000 €", Registry: "RCS Arras",
			IDs: []Identifier{{"SIREN", "404 833 048"}}, Address: []string{"7 route d'Arras", "62000 Arras"},
			Representative: "Paul Lefèvre", Capacity: "gérant",
		},
	}
	if country == "BE" {
		h.Place, h.IBAN, h.BIC = "Gent", "BE68539007547034", ""
		h.Creditor = Party{
			Name: "Noordatelier", Form: "BV", Registry: "RPR Gent", IDs: []Identifier{{"KBO", "0403.019.261"}},
			Address: []string{"Kouter 1", "9000 Gent"}, Representative: "Els Peeters", Capacity: "bestuurder",
		}
		h.Debtor = Party{
			Name: "Brasserie Vanden Bossche", Form: "SRL", Registry: "RPM Bruxelles", IDs: []Identifier{{"BCE", "0403.019.261"}},
			Address: []string{"Rue Haute 5", "1000 Bruxelles"}, Representative: "Jan Vanden Bossche", Capacity: "administrateur",
		}
	}
	return h
}

// exampleSchedule pays 23 224.17: 22 650.00 of principal, 494.17 of interest and
// 80.00 of indemnities.
func exampleSchedule(country string) []Line {
	var out []Line
	paid, total := int64(0), int64(2_322_417)
	for i := range 3 {
		line := Line{No: i + 1, Date: calendar.Of(2026, time.Month(12+i), 15), Principal: euros(755_000)}
		if i == 2 {
			line.Interest, line.Fee = euros(49_417), euros(8_000)
		}
		line.Amount = line.Principal.Add(line.Interest).Add(line.Fee)
		paid += line.Amount.Minor
		line.Cumulated, line.Remaining = euros(paid), euros(total-paid)
		if country == "BE" {
			line.Reference, _ = ident.MakeOGM("202600042" + strconv.Itoa(i+1))
		} else {
			line.Reference, _ = ident.MakeRF("P2026004200" + strconv.Itoa(i+1))
		}
		out = append(out, line)
	}
	out[0].Moved, out[0].Date = calendar.Of(2026, 12, 13), calendar.Of(2026, 12, 14) // a Sunday
	return out
}
