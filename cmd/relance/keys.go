package main

import (
	"relance/domain/journal"
	"relance/domain/ledger"
)

// The names of what the journal and the ledger say, in files and in what
// scripts get. They are never renamed; new ones may join.
var (
	outcomeKeys = [...]string{
		"answered", "no_answer", "message_left", "switchboard", "wrong_number", "documents", "refusal", "hardship",
		"transfer", "promised", "plan_asked", "disputed", "call_agreed",
	}
	reasonKeys = [...]string{
		"order_number_missing", "price", "quantity", "delivery", "quality", "duplicate", "not_received",
		"credit_note_awaited", "vat_or_wording", "retention", "deduction", "other",
	}
	originKeys   = [...]string{"spoken", "written", "announced"}
	itemKindKeys = [...]string{"invoice", "credit_note", "receipt", "bill", "other"}
	statusKeys   = [...]string{"normal", "never_dun", "insolvency", "doubtful", "legal", "on_hold"}
	natureKeys   = [...]string{"b2b", "b2c", "public"}
	channelKeys  = [...]string{"called_out", "rang_us", "in_writing"}
	halfKeys     = [...]string{"", "morning", "afternoon"}
	findingKeys  = [...]string{
		"bom", "nul", "encoding", "separator", "trailing_separator", "header_case", "extra_columns", "missing_columns",
		"short_row", "padding", "decimal_dot", "empty_amount", "negative_debit", "blank_field", "valid_date", "zero_line",
		"unbalanced", "entry_zero", "file_name", "closing", "group_open", "opening", "duplicate", "formula", "control",
		"total_line", "currency", "no_due", "identifier", "open_above_amount", "email", "date", "no_receivables",
		"currency_taken", "client_above", "aged_columns",
		"refused_empty", "refused_format", "refused_header", "refused_fields", "refused_date", "refused_amount",
		"refused_account", "refused_sens", "refused_separator", "refused_encoding", "refused_too_long",
		"refused_no_receivables", "refused_blank_date", "refused_field", "refused_value", "refused_client", "refused_read",
		"refused_missing", "refused_no_file", "refused_access", "refused_aged_balance", "refused_xml", "refused_years",
		"refused_aged_columns",
	}
)

// Every value has a name: a missing one does not compile.
var (
	_ = [1]struct{}{}[len(outcomeKeys)-int(journal.OutcomeCount)]
	_ = [1]struct{}{}[len(reasonKeys)-int(journal.ReasonCount)]
	_ = [1]struct{}{}[len(originKeys)-int(journal.OriginCount)]
	_ = [1]struct{}{}[len(itemKindKeys)-int(ledger.KindCount)]
	_ = [1]struct{}{}[len(statusKeys)-int(journal.StatusCount)]
	_ = [1]struct{}{}[len(natureKeys)-int(ledger.NatureCount)]
	_ = [1]struct{}{}[len(channelKeys)-int(journal.ChannelCount)]
	_ = [1]struct{}{}[len(findingKeys)-int(ledger.FindingCodeCount)]
)

// kindKey names a kind of event; a kind of a newer version is "unknown".
func kindKey(k journal.Kind) string {
	names := [...]string{
		"", "call_logged", "promise_made", "promise_withdrawn", "plan_drafted", "plan_proposed", "plan_signed",
		"plan_cancelled", "dispute_opened", "dispute_updated", "dispute_resolved", "note_written", "note_amended",
		"note_erased", "callback_set", "callback_done", "receipt_seen", "particulars_changed", "contact_set",
		"status_changed", "limit_decided", "review_recorded", "reminder_issued", "write_off_proposed",
		"write_off_approved", "ledger_imported", "act_undone", "act_restored",
		"rate_set", "fees_waived", "limitation_interrupted", "mandate_set", "debit_issued",
	}
	if int(k) < len(names) && k > 0 {
		return names[k]
	}
	return "unknown"
}
