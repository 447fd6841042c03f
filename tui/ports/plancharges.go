package ports

import (
	"errors"

	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
)

// Opened is a plan, or one of its instalments, document by document.
type Opened struct {
	Parts   []desk.PlanPart
	Same    bool // the rates known now come to the plan's figures
	Missing *latefee.MissingRate
	Err     error // any other reason why it cannot be opened
}

// PlanLine implements Charges.
func (Direct) PlanLine(v *desk.View, key ledger.ClientKey, p *journal.Plan, line int) Opened {
	var out Opened
	out.Parts, out.Same, out.Err = v.PlanLine(key, p, line)
	return out.missing()
}

// PlanCharges implements Charges.
func (Direct) PlanCharges(v *desk.View, key ledger.ClientKey, p *journal.Plan) Opened {
	var out Opened
	list, same, err := v.PlanCharges(key, p)
	out.Same, out.Err = same, err
	for _, c := range list {
		out.Parts = append(out.Parts, desk.PlanPart(c))
	}
	return out.missing()
}

func (o Opened) missing() Opened {
	if errors.As(o.Err, &o.Missing) {
		o.Err = nil
	}
	return o
}
