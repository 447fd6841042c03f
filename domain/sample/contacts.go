package sample

import (
	"strconv"
	"strings"

	"relance/domain/ledger"
)

// Telephone numbers are those that the French regulator keeps for works of
// fiction (ARCEP, décision 2018-0881). None are known for Belgium, so
// Belgian ones begin with a zero after the area code, which no subscriber has.
var phonePrefixes = [...]string{"06 39 98", "01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "+32 2 000"}

const (
	mobile  = 0
	belgium = 6
)

func phone(r *random, region int) string {
	n := r.below(10000)
	pair := func(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }
	return phonePrefixes[region] + " " + pair(n/100) + " " + pair(n%100)
}

var towns = [...][]string{
	1: {"75011 Paris", "93100 Montreuil", "92000 Nanterre", "77100 Meaux", "78000 Versailles"},
	2: {"35000 Rennes", "44000 Nantes", "29200 Brest", "56000 Vannes", "76000 Rouen"},
	3: {"59000 Lille", "80000 Amiens", "62000 Arras", "54000 Nancy", "51100 Reims"},
	4: {"69003 Lyon", "34000 Montpellier", "13006 Marseille", "38000 Grenoble", "73000 Chambéry"},
	5: {"33000 Bordeaux", "31000 Toulouse", "64000 Pau", "87000 Limoges", "47000 Agen"},
	6: {"7500 Tournai", "9000 Gent"},
}

var streets = []string{
	"rue des Exemples", "rue de l'Essai", "chemin de la Fable", "avenue des Modèles", "place du Spécimen",
	"rue du Brouillon", "impasse de la Maquette", "quai des Ébauches", "allée du Canevas", "rue de la Fiction",
}

func address(r *random, region int) string {
	return strconv.Itoa(r.between(1, 98)) + ", " + pick(r, streets) + ", " + pick(r, towns[region])
}

var (
	titles   = []string{"Mme", "M."}
	surnames = []string{
		"Aubry", "Bertin", "Cordier", "Delmas", "Estève", "Fournel", "Guillard", "Hamelin", "Imbert", "Jacquot",
		"Kessler", "Lambrecht", "Mercadier", "Noyelle", "Orsini", "Pelletan", "Quentric", "Ravel", "Sabatier", "Thibaud",
		"Urvoy", "Vasseur", "Wallon", "Yvars", "Zeller", "Benhamou", "Diallo", "Nguyên", "Da Silva", "Öztürk",
		"Lœuillet", "D'Hérouville", "Le Goff", "Saïdi", "Marchetti", "Przybylski", "Traoré", "Gaillard", "Rousselin", "Blanchet",
	}
	roles = []struct{ name, mail string }{
		{"comptabilité fournisseurs", "compta"},
		{"comptable", "comptabilite"},
		{"gérance", "contact"},
		{"direction financière", "finances"},
		{"secrétariat", "secretariat"},
	}
)

// contacts gives a client its persons: most have one, some two.
func contacts(c *client, region int) []ledger.Contact {
	r := &c.r
	n := 1
	if r.one(4) {
		n = 2
	}
	if c.Nature == ledger.Consumer {
		return []ledger.Contact{{Name: c.Name, Phone: phone(r, mobile), Email: slug(c.Name) + "@example.com"}}
	}
	var out []ledger.Contact
	for i := range n {
		role := roles[r.below(3)]
		if c.Nature == ledger.Public {
			role.name, role.mail = "service des marchés", "marches"
		}
		line := region
		if i == 1 {
			role = roles[r.between(3, 4)]
			if region != belgium && r.one(2) {
				line = mobile
			}
		}
		out = append(out, ledger.Contact{
			Name: pick(r, titles) + " " + pick(r, surnames), Role: role.name,
			Phone: phone(r, line), Email: role.mail + "@" + slug(c.Name) + ".example.com",
		})
	}
	return out
}

var plain = strings.NewReplacer(
	"à", "a", "â", "a", "ä", "a", "ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e", "î", "i", "ï", "i",
	"ô", "o", "ö", "o", "û", "u", "ü", "u", "œ", "oe", "É", "e", "Œ", "oe", "È", "e", "Ö", "o",
)

// slug turns a name into the label of a domain under example.com, which is
// reserved for examples (RFC 2606).
func slug(name string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(strings.ToLower(plain.Replace(name)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		if b.Len() > 24 {
			break
		}
		if len(word) > 1 {
			if b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteString(word)
		}
	}
	return b.String()
}
