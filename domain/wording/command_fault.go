package wording

// What the program says when it cannot do what was asked: what happened, that
// nothing was lost, what to do.
var (
	FaultPrefix        = Text{"relance : ", "relance: "}
	FaultUnknownCmd    = Text{"commande inconnue : %s. « relance --help » les donne toutes.", "no such command: %s. \"relance --help\" lists them all."}
	FaultUnknownMaybe  = Text{"commande inconnue : %s. Vouliez-vous dire « %s » ?", "no such command: %s. Did you mean \"%s\"?"}
	FaultUnknownFlag   = Text{"option inconnue : %s. « %s --help » les donne toutes.", "no such flag: %s. \"%s --help\" lists them all."}
	FaultFlagValue     = Text{"valeur refusée pour --%s : %s.", "value refused for --%s: %s."}
	FaultFlagNeeds     = Text{"--%s demande une valeur.", "--%s needs a value."}
	FaultUsage         = Text{"usage : %s.", "usage: %s."}
	FaultTooMany       = Text{"argument en trop : %s. Usage : %s.", "one argument too many: %s. Usage: %s."}
	FaultTooFew        = Text{"il manque un argument. Usage : %s.", "an argument is missing. Usage: %s."}
	FaultDate          = Text{"--%s : « %s » n'est pas une date. Écrire AAAA-MM-JJ.", "--%s: \"%s\" is no date. Write YYYY-MM-DD."}
	FaultChoice        = Text{"--%s : « %s » n'est pas possible. Choisir parmi : %s.", "--%s: \"%s\" is not possible. Choose from: %s."}
	FaultAmount        = Text{"--%s : « %s » n'est pas un montant.", "--%s: \"%s\" is no amount."}
	FaultTermsFlag     = Text{"--%s : « %s » n'est pas un délai de paiement. Exemples : NET30, 45fm, 30fm10.", "--%s: \"%s\" is no payment term. Examples: NET30, 45fm, 30fm10."}
	FaultAsOfFuture    = Text{"--as-of %s n'est pas passé : le bureau est au %s.", "--as-of %s is not past: the desk is at %s."}
	FaultAsOfWrites    = Text{"--as-of ne montre que le passé ; %s écrirait. Refaire sans --as-of.", "--as-of only shows the past; %s would write. Do it without --as-of."}
	FaultReadOnlyFlag  = Text{"--read-only interdit d'écrire ; %s écrirait. Refaire sans --read-only.", "--read-only forbids writing; %s would write. Do it without --read-only."}
	FaultPast          = Text{"Le jour demandé (%s) précède le dernier acte de la base (%s) : rien n'a été enregistré. Choisir ce jour-là ou un jour suivant, ou regarder le passé avec --as-of.", "The day asked for (%s) lies before the database's last act (%s): nothing was recorded. Choose that day or a later one, or look at the past with --as-of."}
	FaultNoDatabase    = Text{"Pas encore de base ici : %s. « relance import FICHIER » la crée ; « relance demo » montre un exemple.", "There is no database yet: %s. \"relance import FILE\" makes it; \"relance demo\" shows a sample."}
	FaultEmptyFile     = Text{"Le fichier de la base est vide : %s. Rien n'a été écrit. Remettre une copie avec « relance restore », ou déplacer ce fichier.", "The database file is empty: %s. Nothing was written. Put a copy back with \"relance restore\", or move this file away."}
	FaultForeign       = Text{"Ce fichier n'est pas une base relance : %s. Il n'a pas été touché. Indiquer le bon avec --db.", "This file is no relance database: %s. It was left as it is. Name the right one with --db."}
	FaultNewer         = Text{"Cette base vient d'une version plus récente de relance : %s. Elle n'a pas été touchée. Mettre le programme à jour.", "This database comes from a newer version of relance: %s. It was left as it is. Update the program."}
	FaultDamaged       = Text{"La base est abîmée : %s. Elle n'a pas été touchée. Remettre la dernière copie (« relance restore »)%s", "The database is damaged: %s. It was left as it is. Put the latest copy back (\"relance restore\")%s"}
	FaultLatestCopy    = Text{" : %s.", ": %s."}
	FaultNoCopy        = Text{".", "."}
	FaultInUse         = Text{"La base est ouverte par un autre programme : %s. Rien n'a été écrit. Fermer l'autre, ou lire avec --read-only.", "The database is open in another program: %s. Nothing was written. Close the other one, or read with --read-only."}
	FaultInUseBy       = Text{"La base est ouverte par le processus %d sur %s, depuis %s : %s. Rien n'a été écrit. Fermer l'autre, ou lire avec --read-only.", "The database is held by process %d on %s, since %s: %s. Nothing was written. Close the other one, or read with --read-only."}
	FaultPermission    = Text{"Le système refuse l'accès : %s. Rien n'a été écrit. Vérifier les droits du fichier et de son dossier.", "The system refuses access: %s. Nothing was written. Check the rights on the file and its folder."}
	FaultReadOnlyDisk  = Text{"Ce disque n'accepte pas d'écriture : %s. Rien n'a été enregistré. Choisir un autre endroit avec --db, ou lire avec --read-only.", "This disk takes no writes: %s. Nothing was recorded. Choose another place with --db, or read with --read-only."}
	FaultDiskFull      = Text{"Le disque est plein : %s. Ce qui était enregistré l'est toujours ; le dernier ajout ne l'est pas. Libérer de la place et recommencer.", "The disk is full: %s. All that was recorded still is; the last addition is not. Make room and try again."}
	FaultFileFull      = Text{"Le disque est plein : %s n'a pas été écrit, et rien n'a été changé. Ce qui était enregistré l'est toujours. Libérer de la place et recommencer.", "The disk is full: %s was not written, and nothing was changed. All that was recorded still is. Make room and try again."}
	FaultExists        = Text{"Ce fichier existe déjà : %s. Il n'a pas été touché. Choisir un autre nom, ou --force.", "This file is there already: %s. It was left as it is. Choose another name, or --force."}
	FaultOwnFile       = Text{"Ce fichier fait partie de la base : %s. Il n'a pas été touché. Choisir un autre nom.", "This file is part of the database: %s. It was left as it is. Choose another name."}
	FaultNotFound      = Text{"Fichier introuvable : %s.", "No such file: %s."}
	FaultBroken        = Text{"Un enregistrement a échoué et son sort n'est pas sûr ; la base n'accepte plus d'écriture : %s. Ce qui était enregistré avant l'est toujours. Quitter, « relance check », puis rouvrir.", "A commit failed and its outcome is open; the database takes no more writes: %s. All that was recorded before still is. Quit, run \"relance check\", then open again."}
	FaultSequence      = Text{"L'acte ne suit pas le dernier de la base : %s. Rien n'a été enregistré. Rouvrir et recommencer.", "The act does not follow the database's last one: %s. Nothing was recorded. Open again and repeat."}
	FaultStoreInvalid  = Text{"Cela ne peut pas être enregistré : %s. Rien n'a été écrit.", "This cannot be recorded: %s. Nothing was written."}
	FaultStore         = Text{"Échec : %s. Rien de ce qui était enregistré n'est perdu.", "Failed: %s. Nothing that was recorded is lost."}
	FaultWrite         = Text{"Écriture impossible : %s. Rien n'est perdu.", "Cannot write: %s. Nothing was lost."}
	FaultNoClient      = Text{"Aucun client « %s ». « relance aged » liste les comptes.", "No client \"%s\". \"relance aged\" lists the accounts."}
	FaultNoClientMaybe = Text{"Aucun client « %s ». Peut-être : %s.", "No client \"%s\". Perhaps: %s."}
	FaultAmbiguous     = Text{"« %s » existe chez plusieurs créanciers. Écrire l'un de : %s.", "\"%s\" exists with several creditors. Write one of: %s."}
	FaultNoClientFlag  = Text{"--client manque. Exemple : --client C00231.", "--client is missing. Example: --client C00231."}
	FaultQuestion      = Text{"La ligne laisse une question : %s Rien n'a été enregistré.", "The line leaves a question: %s Nothing was recorded."}
	FaultEmptyLine     = Text{"la ligne est vide. Exemple : 'p m v'.", "the line is empty. Example: 'p m v'."}
	FaultNotALog       = Text{"« %s » n'enregistre rien : c'est une touche du bureau.", "\"%s\" records nothing: it is a key of the desk."}
	FaultField         = Text{"« %s » n'est pas un champ. Possibles : %s.", "\"%s\" is no field. Possible: %s."}
	FaultItemAlone     = Text{"--item nomme la pièce de due=DATE : aucun autre champ n'est celui d'une pièce. Rien n'a été enregistré.", "--item names the document of due=DATE: no other field is a document's. Nothing was recorded."}
	FaultAssignment    = Text{"écrire CHAMP=VALEUR : « %s ».", "write FIELD=VALUE: \"%s\"."}
	FaultNotByHand     = Text{"%s : cette échéance n'a pas été fixée à la main. Rien n'a été changé.", "%s: that due date was not set by hand. Nothing was changed."}
	FaultNothingToRedo = Text{"Aucun acte que vous avez annulé chez ce client n'est à rétablir. Rien n'a été changé.", "No act of this client that you took back is to be brought back. Nothing was changed."}
	FaultFieldValue    = Text{"« %s » ne convient pas à %s. Rien n'a été enregistré.", "\"%s\" does not suit %s. Nothing was recorded."}
	FaultNoItem        = Text{"Le client %s n'a pas de pièce « %s ».", "Client %s has no document \"%s\"."}
	FaultManyItems     = Text{"Le client %s a plusieurs pièces « %s ». Préciser : due:NUMÉRO@AAAA-MM-JJ.", "Client %s has several documents \"%s\". Say which: due:NUMBER@YYYY-MM-DD."}
	FaultCurrency      = Text{"Le client %s n'a rien en %s.", "Client %s has nothing in %s."}
	FaultNothingDue    = Text{"Rien n'est exigible chez %s : nommer des pièces avec --items.", "Nothing is collectible from %s: name documents with --items."}
	FaultPlan          = Text{"Cet échéancier n'est pas possible : %s.", "This plan is not possible: %s."}
	FaultWhat          = Text{"« %s » ne s'exporte pas. Possibles : %s.", "\"%s\" cannot be exported. Possible: %s."}
	FaultRefusedFile   = Text{"%s est refusé ; rien n'a été changé.", "%s is refused; nothing was changed."}
	FaultDoubts        = Text{"Un doute demande une personne ; rien n'a été changé. Vérifier, puis relancer la commande avec --yes.", "A doubt needs a person; nothing was changed. Check, then repeat the command with --yes."}
	FaultDeclined      = Text{"Rien n'a été changé.", "Nothing was changed."}
	FaultNoCreditor    = Text{"Plusieurs créanciers : choisir avec --creditor parmi %s.", "Several creditors: choose with --creditor from %s."}
	FaultUnknownCred   = Text{"Ce fichier de clients ne va à aucun créancier connu. Importer d'abord le grand livre, ou choisir avec --creditor.", "This clients file belongs to no known creditor. Import the ledger first, or choose with --creditor."}
	FaultStale         = Text{"L'objet visé a changé entre-temps. Rien n'a été enregistré.", "What was meant has changed meanwhile. Nothing was recorded."}
	FaultBarred        = Text{"%s est antérieure au jugement d'ouverture : en payer quoi que ce soit est interdit (C. com. art. L622-7). Rien n'a été enregistré.", "%s is older than the insolvency judgment: any payment of it is forbidden (C. com. art. L622-7). Nothing was recorded."}
	FaultBuiltOn       = Text{"D'autres actes s'appuient sur celui-ci. Rien n'a été changé.", "Other acts build on this one. Nothing was changed."}
	FaultNotOwn        = Text{"C'est l'acte de quelqu'un d'autre. Rien n'a été changé.", "It is somebody else's act. Nothing was changed."}
	FaultNothing       = Text{"Rien à reprendre ni à clore.", "Nothing to take back or to close."}
	FaultReadOnly      = Text{"Le bureau est en lecture seule. Rien n'a été enregistré.", "The desk is read-only. Nothing was recorded."}
	FaultInvalid       = Text{"Valeur refusée : %s. Rien n'a été enregistré.", "Value refused: %s. Nothing was recorded."}
	FaultCheck         = Text{"Le contrôle a trouvé %d défaut(s). La base n'a pas été touchée. Remettre la dernière copie saine avec « relance restore ».", "The check found %d fault(s). The database was left as it is. Put the latest sound copy back with \"relance restore\"."}
	FaultPanic         = Text{"Erreur interne : %v. Tout ce qui était enregistré l'est toujours ; rien n'est perdu. Relancer le programme.", "Internal error: %v. All that was recorded still is; nothing was lost. Start the program again."}
	FaultNoTerminal    = Text{"Le bureau demande un terminal. « relance worklist » écrit la liste du jour.", "The desk needs a terminal. \"relance worklist\" writes today's list."}
	FaultRulesFile     = Text{"Le fichier de règles n'est pas valable (%s) : %s.", "The rules file is not valid (%s): %s."}
	FaultNoRulesFile   = Text{"Pas de fichier de règles : %s. « relance rules init » l'écrit.", "There is no rules file: %s. \"relance rules init\" writes it."}
	FaultNoHome        = Text{"Aucun dossier de données : donner --db FICHIER.", "There is no data folder: give --db FILE."}
)
