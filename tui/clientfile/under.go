package clientfile

import "relance/domain/desk"

// Under is the document or the particular under the cursor; both are nil where
// the cursor stands on something else.
func (p *Pane) Under() (it *desk.ItemRow, f *desk.FieldRow) {
	e, ok := p.at()
	if !ok || p.file == nil {
		return nil, nil
	}
	switch e.kind {
	case item:
		return &p.file.Items[e.i], nil
	case field:
		return nil, &p.file.Fields[e.i]
	}
	return nil, nil
}

// Value writes a particular as the pane shows it.
func (p *Pane) Value(f *desk.FieldRow) string { return p.value(f) }
