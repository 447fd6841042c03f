package sample

// Segments of the sample's clients.
const (
	gms      = "GMS"
	btp      = "BTP"
	chr      = "CHR"
	public   = "Collectivités"
	health   = "Santé"
	industry = "Industrie"
	trade    = "Commerce"
	craft    = "Artisanat"
	services = "Services"
	farming  = "Agriculture"
	private  = "Particuliers"
	group    = "Groupe"
)

// rhythm is how often a client orders.
type rhythm uint8

const (
	seldom rhythm = iota
	quarterly
	monthly
)

// row is one client of the list; all names are invented.
type row struct {
	name    string
	segment string
	region  int // first digit of French telephone numbers, 1 to 5; 6 = Belgium
	rhythm  rhythm
}

// rows are the clients in order of their accounts, C00001 on.
var rows = [...]row{
	{"Garage Fauvelin SARL", craft, 3, quarterly},
	{"Les Halles du Ponchel", gms, 3, monthly},
	{"Menuiserie Château-Brun", btp, 1, seldom},
	{"Auberge du Cygne noir", chr, 2, seldom},
	{"Pharmacie de l'Étang bleu", health, 4, seldom},
	{"Bâti-Littoral Construction", btp, 2, quarterly},
	{"Boulangerie Thévenard", trade, 5, seldom},
	{"Commune de Valbreuil-sur-Nette", public, 3, quarterly},
	{"Transports Kerandel", services, 2, quarterly},
	{"Œuvres & Lumières", trade, 1, seldom},
	{"Établissements Marchaud", industry, 3, quarterly},
	{"Super Coloma", gms, 5, monthly},
	{"Le Bœuf à la mode d'Arsène", chr, 4, seldom},
	{"Clinique des Trois-Tilleuls", health, 3, quarterly},
	{"Charpentes Ostrevent", btp, 3, quarterly},
	{"Hôtel Bellerive & Spa", chr, 4, quarterly},
	{"Librairie Au fil des pages", trade, 2, seldom},
	{"Fonderies de la Haute-Vesle", industry, 3, monthly},
	{"Cabinet Desrozier architectes", services, 1, seldom},
	{"Brasserie Vandevoorde", chr, 6, quarterly},
	{"Coopérative agricole du Ternoy", farming, 3, quarterly},
	{"Plomberie Sauvage & Fils", craft, 5, seldom},
	{"Crêperie Ar Mor Glaz", chr, 2, seldom},
	{"Isolation Grand Ouest Habitat", btp, 2, quarterly},
	{"Comptoir Malouvin", trade, 2, quarterly},
	{"Traiteur Hennebique", chr, 3, seldom},
	{"Lycée Augustine-Foucquart", public, 3, seldom},
	{"Peintures Delcambre", btp, 3, seldom},
	{"Verrerie d'Aubrigny", industry, 3, quarterly},
	{"M. Étienne Rouvillois", private, 3, seldom},
	{"Optique Beauséjour", health, 5, seldom},
	{"Agencement Poitrineau", btp, 5, quarterly},
	{"Fromagerie de la Combe-aux-Loups", farming, 4, seldom},
	{"Atelier du Nord Logistique", group, 3, quarterly},
	{"Ambulances Saint-Evrard", health, 1, seldom},
	{"Hypermarché Le Grand Verger", gms, 4, monthly},
	{"Sellerie Montagnac", craft, 5, seldom},
	{"Restaurant L'Épi d'or", chr, 1, seldom},
	{"Société Mécanique du Scarpel", industry, 3, quarterly},
	{"Fleurs et Jardins Aubertine", trade, 4, seldom},
	{"École de musique Harmonia", services, 2, seldom},
	{"Établissements Maréchaud", industry, 4, quarterly},
	{"Carrelages Bianquetti", btp, 4, quarterly},
	{"Imprimerie des Deux-Caps", industry, 3, seldom},
	{"Camping Les Oyats", chr, 2, seldom},
	{"Centre hospitalier de Brévannelle", public, 1, quarterly},
	{"Épicerie fine Castelnave", trade, 5, seldom},
	{"Maçonnerie Roubillard", btp, 2, seldom},
	{"Cidrerie du Pays de Brocélune", farming, 2, seldom},
	{"Houthandel Verhaegelen BV", trade, 6, quarterly},
	{"Domaine de Coste-Rouvière", farming, 4, seldom},
	{"Cave des Coteaux de Layrac-Haut", farming, 5, seldom},
	{"Bricolage Le Clou d'argent", gms, 2, monthly},
	{"Serrurerie Haquette", craft, 3, seldom},
	{"Salon Mèche & Peigne", trade, 1, seldom},
	{"Société coopérative d'intérêt collectif des maraîchers et horticulteurs de la Basse-Authiène", farming, 3, quarterly},
	{"Cordonnerie Vialatte-Mercœur", craft, 4, seldom},
	{"Électricité générale Pontavert", btp, 3, quarterly},
	{"Résidence Les Glycines d'Arvel", health, 4, quarterly},
	{"Cinéma L'Entracte", services, 5, seldom},
	{"Constructions navales Le Guerlédec", industry, 2, quarterly},
	{"Boucherie Quennesson", trade, 3, seldom},
	{"Ferronnerie d'art Solignac", craft, 5, seldom},
	{"Association Les Petits Explorateurs", services, 3, seldom},
	{"Le Relais de la Malle-Poste", chr, 5, seldom},
	{"Menuiseries Françoys Hervo", btp, 2, quarterly},
	{"Communauté de communes du Val d'Ormonne", public, 2, quarterly},
	{"Papeterie Bleu Nuit", trade, 1, seldom},
	{"Laboratoire dentaire Émaux", health, 1, seldom},
	{"Tôlerie industrielle Wambrecq", industry, 3, quarterly},
	{"Primeurs Le Panier de Zoé", trade, 4, seldom},
	{"Marbrerie Saint-Ancelin", btp, 1, seldom},
	{"Théâtre de la Passerelle-Neuve", services, 4, seldom},
	{"Magasins Quatre-Ormeaux", gms, 1, monthly},
	{"Couverture Zinguerie Labesse", btp, 5, seldom},
	{"Chocolaterie Vermandelle", trade, 3, seldom},
	{"Ébénisterie du Faubourg d'Amont", craft, 1, seldom},
	{"Hôtel du Vieux Sémaphore", chr, 2, quarterly},
	{"Location Matériel Ardanne", services, 3, quarterly},
	{"Pépinières Clairvallon", farming, 5, seldom},
	{"Vêtements Noémie & Basile", trade, 1, seldom},
	{"Climatisation Aérovent", btp, 4, quarterly},
	{"Auto-école du Beffroi vert", services, 3, seldom},
	{"Moulins de Saint-Orven", industry, 5, quarterly},
	{"Le Comptoir des Épices rares", trade, 4, seldom},
	{"Scierie de la Forêt-Dorée", industry, 4, quarterly},
	{"Crèche Les Coquelibulles", public, 5, seldom},
	{"Ateliers Guyonnet-Prévault", craft, 2, seldom},
	{"Brûlerie du Passage", chr, 1, seldom},
	{"Terrassements Haudicourt", btp, 3, quarterly},
	{"Opticiens réunis de Falvy", health, 3, seldom},
	{"Studio photo Clair-Obscur", services, 1, seldom},
	{"Entrepôts frigorifiques d'Escaulde", industry, 3, quarterly},
	{"Bijouterie Lorenz-Aubry", trade, 4, seldom},
	{"Bar-tabac Le Longchamp d'Oise", chr, 3, seldom},
	{"Mme Solène Daucourt", private, 2, seldom},
	{"Poissonnerie de la Criée neuve", trade, 2, seldom},
	{"Façades Rhône-Sillon", btp, 4, quarterly},
	{"Vétérinaires du Clos-Fleuri", health, 2, seldom},
	{"Supermarché Olivariane", gms, 4, monthly},
	{"Tapisserie Delannay-Huart", craft, 3, seldom},
	{"Syndicat des eaux de la Brenelle", public, 5, seldom},
	{"Escape Game Le Sablier", services, 3, seldom},
	{"Confitures de Tante Yvonnick", farming, 2, seldom},
	{"Métallerie Craponnet", industry, 4, quarterly},
	{"Restaurant Chez Nguyên & Lan", chr, 1, seldom},
	{"Piscines Azurelle", btp, 4, seldom},
	{"Cycles Peyrolade", trade, 5, seldom},
	{"Cabinet comptable Ferrandis", services, 4, seldom},
	{"Laiterie du Val d'Aizy-Neuf", industry, 3, quarterly},
	{"Jardinerie Les Quatre Saules", gms, 5, quarterly},
	{"Ramonage Suie & Compagnie", craft, 3, seldom},
	{"Gîtes de la Roche-Percée", chr, 4, seldom},
	{"Foyer rural d'Ampoigny", services, 2, seldom},
	{"Étanchéité Toit-Bleu", btp, 1, quarterly},
	{"Pâtisserie Sucre-Candide", trade, 1, seldom},
	{"Horlogerie Besançot", craft, 4, seldom},
	{"Maison de santé de Corvaulx", health, 5, seldom},
	{"Tissages Roubaisot", industry, 3, quarterly},
	{"Drive fermier La Belle Saison", farming, 2, seldom},
	{"Caves Saint-Aldric", trade, 1, seldom},
	{"Escaliers Tournefeuil", btp, 5, seldom},
	{"Pizzeria Da Ornellina", chr, 3, seldom},
	{"Ludothèque Le Dé à coudre", services, 4, seldom},
	{"Meubles Grandcœur", trade, 3, quarterly},
	{"Mécanique agricole Trévidic", farming, 2, seldom},
	{"Office de tourisme du Haut-Sierroz", public, 4, seldom},
	{"Discothèque Le Galion", chr, 2, seldom},
	{"Stores et Fermetures Malherbin", btp, 2, seldom},
	{"Vannerie de l'Osier blanc", craft, 4, seldom},
	{"Centre équestre des Sablonnets", services, 1, seldom},
	{"Galerie marchande Porte-Mirandole", gms, 5, quarterly},
	{"Parquets Lamboley-Saint-Just", btp, 3, seldom},
	{"Institut Belle & Zen", trade, 5, seldom},
	{"Ostréiculture Kermorgant-Prigent", farming, 2, seldom},
	{"Chaudronnerie de l'Avre-Neuve", industry, 2, seldom},
	{"Bistrot des Quais d'Outre-Deûle", chr, 3, seldom},
	{"Presse et Papier d'Ozan", trade, 4, seldom},
	{"Orthopédie Chabrillat", health, 4, seldom},
	{"Ruchers de Haute-Garrigue", farming, 4, seldom},
	{"Serres du Marais-Bleu", farming, 3, seldom},
	{"Armurerie Belcastel", trade, 5, seldom},
	{"Déménagements Petitclerc-Roy", services, 1, seldom},
	{"Vitrerie Cristalline", btp, 1, seldom},
	{"Mercerie Le Dé d'argent", trade, 2, seldom},
	{"Kinésithérapie des Ormeaux", health, 3, seldom},
	{"Toitures Verhoest & Sœur", btp, 3, seldom},
	{"Café de l'Hôtel de ville d'Irvy", chr, 5, seldom},
	{"Miroiterie Sainte-Odelle", craft, 1, seldom},
	{"Bureau d'études Axiome-Nord", services, 3, seldom},
}
