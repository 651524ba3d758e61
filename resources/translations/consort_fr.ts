<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Consort</name>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 after fine-tuning on %2: estimated %3, measured %4</source>
        <translation>%1 après ajustement sur %2 : estimé %3, mesuré %4</translation>
    </message>
    <message>
        <source>%1 and %2: not defined</source>
        <translation>%1 et %2 : non défini</translation>
    </message>
    <message numerus='yes'>
        <source>%1 and %n more</source>
        <translation><numerusform>%1 et %n autre</numerusform><numerusform>%1 et %n autres</numerusform></translation>
    </message>
    <message>
        <source>%1 apart from %2</source>
        <translation>%1 séparé de %2</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 n’a pas pu être écrit</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 a échoué</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 has no rows in this split</source>
        <translation>%1 n'a pas de lignes dans cette partie</translation>
    </message>
    <message>
        <source>%1 helps %2 by %3</source>
        <translation>%1 aide %2 de %3</translation>
    </message>
    <message>
        <source>%1 hurts %2 by %3</source>
        <translation>%1 nuit à %2 de %3</translation>
    </message>
    <message>
        <source>%1 in group %2</source>
        <translation>%1 dans le groupe %2</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 est terminé</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 of %2 sources chosen for %3 in %4; the estimate took %5 sets of sources.</source>
        <translation>%1 sources sur %2 choisies pour %3 en %4 ; l’estimation a couvert %5 ensembles de sources.</translation>
    </message>
    <message>
        <source>%1 of the rows are also in %2</source>
        <translation>%1 des lignes sont aussi dans %2</translation>
    </message>
    <message>
        <source>%1 of the rows of %2 are also in %3</source>
        <translation>%1 des lignes de %2 sont aussi dans %3</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 retiré</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 lignes</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 to group %2</source>
        <translation>%1 vers le groupe %2</translation>
    </message>
    <message>
        <source>%1 training rows, %2 tokens</source>
        <translation>%1 lignes d'entraînement, %2 jetons</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 utilisées</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 avec %2</translation>
    </message>
    <message>
        <source>%1 — Consort</source>
        <translation>%1 — Consort</translation>
    </message>
    <message>
        <source>%1 … %2, 95 % bootstrap over the test rows</source>
        <translation>%1 … %2, bootstrap à 95 % sur les lignes de test</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 M parameters, %3</source>
        <translation>%1, %2 M de paramètres, %3</translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n datasets</source>
        <translation><numerusform>%1, %n jeu de données</numerusform><numerusform>%1, %n jeux de données</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n groups</source>
        <translation><numerusform>%1, %n groupe</numerusform><numerusform>%1, %n groupes</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n members</source>
        <translation><numerusform>%1, %n membre</numerusform><numerusform>%1, %n membres</numerusform></translation>
    </message>
    <message>
        <source>%1, knee</source>
        <translation>%1, coude</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, %4 tokens</source>
        <translation>%1, ligne %2 sur %3, %4 jetons</translation>
    </message>
    <message>
        <source>%1. Drag it to a file manager or a document.</source>
        <translation>%1. À faire glisser vers un gestionnaire de fichiers ou un document.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1: %2 (Ctrl+%3)</source>
        <translation>%1 : %2 (Ctrl+%3)</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1 : échec</translation>
    </message>
    <message numerus='yes'>
        <source>%n baselines</source>
        <translation><numerusform>%n référence</numerusform><numerusform>%n références</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets</source>
        <translation><numerusform>%n jeu de données</numerusform><numerusform>%n jeux de données</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets removed</source>
        <translation><numerusform>%n jeu de données retiré</numerusform><numerusform>%n jeux de données retirés</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files</source>
        <translation><numerusform>%n fichier</numerusform><numerusform>%n fichiers</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files, %1</source>
        <translation><numerusform>%n fichier, %1</numerusform><numerusform>%n fichiers, %1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n findings</source>
        <translation><numerusform>%n constat</numerusform><numerusform>%n constats</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups</source>
        <translation><numerusform>%n groupe</numerusform><numerusform>%n groupes</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups, %1</source>
        <translation><numerusform>%n groupe, %1</numerusform><numerusform>%n groupes, %1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n items were not understood and not added</source>
        <translation><numerusform>%n élément n'a pas été compris ni ajouté</numerusform><numerusform>%n éléments n'ont pas été compris ni ajoutés</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs</source>
        <translation><numerusform>%n tâche</numerusform><numerusform>%n tâches</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs are still running</source>
        <translation><numerusform>%n tâche est encore en cours</numerusform><numerusform>%n tâches sont encore en cours</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n labels</source>
        <translation><numerusform>%n étiquette</numerusform><numerusform>%n étiquettes</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n pairs of losses</source>
        <translation><numerusform>%n paire de pertes</numerusform><numerusform>%n paires de pertes</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n real fine-tunings</source>
        <translation><numerusform>%n entraînement réel</numerusform><numerusform>%n entraînements réels</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n with findings</source>
        <translation><numerusform>%n avec remarques</numerusform><numerusform>%n avec remarques</numerusform></translation>
    </message>
    <message>
        <source>&amp;About Consort</source>
        <translation>À &amp;propos de Consort</translation>
    </message>
    <message>
        <source>&amp;Add datasets…</source>
        <translation>&amp;Ajouter des données…</translation>
    </message>
    <message>
        <source>&amp;Change how it is read…</source>
        <translation>&amp;Changer la lecture…</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Vider la liste</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Palette de &amp;commandes…</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>Thème &amp;sombre</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Estimate affinity</source>
        <translation>&amp;Estimer l'affinité</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Group datasets again</source>
        <translation>Re&amp;grouper les données</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Keep with</source>
        <translation>&amp;Ensemble avec</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>Thème c&amp;lair</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>&amp;Déplacer vers</translation>
    </message>
    <message>
        <source>&amp;New group</source>
        <translation>&amp;Nouveau groupe</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Nouveau projet…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>&amp;Ouvrir un projet…</translation>
    </message>
    <message>
        <source>&amp;Pin to group %1</source>
        <translation>Éping&amp;ler au groupe %1</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Read again from its files</source>
        <translation>&amp;Relire depuis ses fichiers</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Rétablir %1</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Réinitialiser la disposition</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;xécuter</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>&amp;Arrêter et garder</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>Thème du s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Visite de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Train the groups</source>
        <translation>&amp;Entraîner les groupes</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Annuler %1</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;What is dataset affinity?</source>
        <translation>&amp;Qu'est-ce que l'affinité ?</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fe&amp;nêtre</translation>
    </message>
    <message>
        <source>&amp;Worth of the members</source>
        <translation>&amp;Valeur des membres</translation>
    </message>
    <message>
        <source>, %1 cut</source>
        <translation>, %1 coupés</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, reste %1</translation>
    </message>
    <message>
        <source>, %1 of this run left</source>
        <translation>, reste %1 pour ce passage</translation>
    </message>
    <message>
        <source>, or not at all</source>
        <translation>, ou pas du tout</translation>
    </message>
    <message>
        <source>1  Drop datasets</source>
        <translation>1  Déposez des données</translation>
    </message>
    <message>
        <source>10 datasets, small model, whole loop in 5 min</source>
        <translation>10 jeux de données, petit modèle, le tout en 5 min</translation>
    </message>
    <message>
        <source>2  See who helps whom</source>
        <translation>2  Voyez qui aide qui</translation>
    </message>
    <message>
        <source>3  Choose the groups</source>
        <translation>3  Choisissez les groupes</translation>
    </message>
    <message>
        <source>3 epochs over every group's tokens: tokens × (4 × weights of the blocks + 6 × adapter parameters)</source>
        <translation>3 époques sur les jetons de chaque groupe : jetons × (4 × poids des blocs + 6 × paramètres de l'adaptateur)</translation>
    </message>
    <message>
        <source>4  Train and export</source>
        <translation>4  Entraînez et exportez</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95 %</translation>
    </message>
    <message>
        <source>95 % interval of the weight: %1 to %2</source>
        <translation>Intervalle à 95 % du poids : %1 à %2</translation>
    </message>
    <message>
        <source>95 % over validation rows, the datasets fixed</source>
        <translation>95 % sur les lignes de validation, jeux de données fixés</translation>
    </message>
    <message>
        <source>&lt;p&gt;Consort is free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;After EnsembleLoRA (ACL 2025, arXiv 2505.21930) and GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Consort est un logiciel libre sous la licence publique générale GNU, version 3 ou ultérieure.&lt;/p&gt;&lt;p&gt;D'après EnsembleLoRA (ACL 2025, arXiv 2505.21930) et GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A Hugging Face folder with config.json, *.safetensors and tokenizer.json. It stays where it is.</source>
        <translation>Un dossier Hugging Face avec config.json, *.safetensors et tokenizer.json. Il reste où il est.</translation>
    </message>
    <message>
        <source>A PEFT folder from elsewhere becomes a member of the ensemble</source>
        <translation>Un dossier PEFT venu d’ailleurs devient membre de l’ensemble</translation>
    </message>
    <message>
        <source>A folder with a project.sqlite</source>
        <translation>Un dossier avec project.sqlite</translation>
    </message>
    <message>
        <source>A folder with train, valid and test files, or a folder of such folders</source>
        <translation>Un dossier de fichiers d'entraînement, de validation et de test, ou un dossier de tels dossiers</translation>
    </message>
    <message>
        <source>A gate weighs every prompt anew; the faders show the mean over the validation rows. Moving one puts fixed weights in the place of the gate.</source>
        <translation>Une porte pondère chaque invite à nouveau ; les curseurs montrent la moyenne sur les lignes de validation. En bouger un met des poids fixes à la place de la porte.</translation>
    </message>
    <message>
        <source>A member that was taken in from elsewhere leaves the ensemble</source>
        <translation>Un membre repris d’ailleurs quitte l’ensemble</translation>
    </message>
    <message>
        <source>A project goes from data to a bundle. Every stage can be opened at any time; its mark says whether it is done, open or needs you.</source>
        <translation>Un projet va des données au paquet. Chaque étape s'ouvre à tout moment ; sa marque dit si elle est faite, ouverte ou vous attend.</translation>
    </message>
    <message>
        <source>A small gate reads each prompt and weighs the members anew; then everything is scored again</source>
        <translation>Une petite porte lit chaque invite et repondère les membres ; puis tout est réévalué</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>À propos de %1</translation>
    </message>
    <message>
        <source>About Consort</source>
        <translation>À propos de Consort</translation>
    </message>
    <message>
        <source>Above 0: better than knowing only which datasets are inside</source>
        <translation>Au-dessus de 0 : mieux que de savoir seulement quels jeux sont inclus</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>Exactitude %</translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation>Couches adaptées</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adaptateurs</translation>
    </message>
    <message>
        <source>Adapters of all groups, float32</source>
        <translation>Adaptateurs de tous les groupes, float32</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter %1</translation>
    </message>
    <message numerus='yes'>
        <source>Add %n items</source>
        <translation><numerusform>Ajouter %n élément</numerusform><numerusform>Ajouter %n éléments</numerusform></translation>
    </message>
    <message>
        <source>Add a &amp;boosting member</source>
        <translation>Ajouter un membre de &amp;boosting</translation>
    </message>
    <message>
        <source>Add a boosting member</source>
        <translation>Ajouter un membre de boosting</translation>
    </message>
    <message>
        <source>Add at least two datasets first</source>
        <translation>Ajoutez d'abord au moins deux jeux de données</translation>
    </message>
    <message>
        <source>Add dataset &amp;folder…</source>
        <translation>Ajouter un &amp;dossier de données…</translation>
    </message>
    <message>
        <source>Add dataset folder</source>
        <translation>Ajouter un dossier de données</translation>
    </message>
    <message>
        <source>Add datasets</source>
        <translation>Ajouter des données</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>Ajouté en dernier</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>Affinité</translation>
    </message>
    <message>
        <source>Affinity estimated</source>
        <translation>Affinité estimée</translation>
    </message>
    <message>
        <source>Against an adapter of its own, predicted</source>
        <translation>Face à son propre adaptateur, prédit</translation>
    </message>
    <message>
        <source>Against an adapter of its own: points of accuracy, or loss where there are no choices</source>
        <translation>Face à son propre adaptateur : points d'exactitude, ou perte s'il n'y a pas de choix</translation>
    </message>
    <message>
        <source>All %1 files</source>
        <translation>Les %1 fichiers</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Toutes les sources</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Seul</translation>
    </message>
    <message>
        <source>Alone: %1</source>
        <translation>Seul : %1</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Bas</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Haut</translation>
    </message>
    <message>
        <source>An illustrated page of two minutes</source>
        <translation>Une page illustrée de deux minutes</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Answer words</source>
        <translation>Mots de réponse</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>Comme importés</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>At the speed of the runs already trained here, else at 20 GFLOP/s a core</source>
        <translation>À la vitesse des passages déjà entraînés ici, sinon à 20 GFLOP/s par cœur</translation>
    </message>
    <message>
        <source>Back to the best</source>
        <translation>Revenir au meilleur</translation>
    </message>
    <message>
        <source>Back to the best %1</source>
        <translation>Revenir aux %1 meilleurs</translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation>Revenir à l'accueil</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>Descendante</translation>
    </message>
    <message>
        <source>Base held as</source>
        <translation>Base gardée en</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modèle de base</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Baselines, to compare with</source>
        <translation>Références, pour comparer</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Begin at</source>
        <translation>Début à</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Meilleurs</translation>
    </message>
    <message>
        <source>Best member</source>
        <translation>Meilleur membre</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>Meilleur pas</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>Apport</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>By how many nats it lowers the validation loss of the others, on average over all orders in which datasets could be added (Shapley value); estimated</source>
        <translation>De combien de nats il abaisse la perte de validation des autres, en moyenne sur tous les ordres d’ajout possibles (valeur de Shapley) ; estimé</translation>
    </message>
    <message numerus='yes'>
        <source>By other methods, %n groups</source>
        <translation><numerusform>Par d’autres méthodes, %n groupe</numerusform><numerusform>Par d’autres méthodes, %n groupes</numerusform></translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>&amp;Fermer le projet</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Annuler la tâche</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Change of the validation loss of %1 per unit step down this row's own loss; above 0 harms</source>
        <translation>Variation de la perte de validation de %1 par pas unitaire descendant la perte de cette ligne ; au-dessus de 0 elle nuit</translation>
    </message>
    <message>
        <source>Change of this row's loss per unit step down the training loss of %1; above 0 harms</source>
        <translation>Variation de la perte de cette ligne par pas unitaire descendant la perte d'entraînement de %1 ; au-dessus de 0 elle nuit</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Modèle de conversation</translation>
    </message>
    <message>
        <source>Check by fine-tuning</source>
        <translation>Vérifier par ajustement</translation>
    </message>
    <message>
        <source>Check the bundle's &amp;files</source>
        <translation>Contrôler les &amp;fichiers du paquet</translation>
    </message>
    <message>
        <source>Check the bundle's files</source>
        <translation>Contrôler les fichiers du paquet</translation>
    </message>
    <message>
        <source>Check the estimate by &amp;fine-tuning</source>
        <translation>Vérifier l’estimation par a&amp;justement</translation>
    </message>
    <message>
        <source>Check the estimate by fine-tuning</source>
        <translation>Vérifier l’estimation par ajustement</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>Choisissez un jeu de données</translation>
    </message>
    <message>
        <source>Choose a folder and a base model</source>
        <translation>Choisir un dossier et un modèle de base</translation>
    </message>
    <message>
        <source>Choose groups</source>
        <translation>Choisir les groupes</translation>
    </message>
    <message>
        <source>Choose sources</source>
        <translation>Choisir les sources</translation>
    </message>
    <message>
        <source>Choose sources for %1</source>
        <translation>Choisir les sources de %1</translation>
    </message>
    <message>
        <source>Choose the folder of a base model.</source>
        <translation>Choisissez le dossier d'un modèle de base.</translation>
    </message>
    <message>
        <source>Choose the folder of the base model</source>
        <translation>Choisir le dossier du modèle de base</translation>
    </message>
    <message>
        <source>Choose the folder of the bundle</source>
        <translation>Choisir le dossier du paquet</translation>
    </message>
    <message>
        <source>Choose the folder of the project</source>
        <translation>Choisir le dossier du projet</translation>
    </message>
    <message>
        <source>Choose the groups first</source>
        <translation>Choisissez d'abord les groupes</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Choisie</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Effacer les terminées</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <source>Click on anything to learn what it is</source>
        <translation>Cliquez sur un élément pour savoir ce que c'est</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Fermer l'inspecteur</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Par groupes</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Couleurs de la fenêtre</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Combine and evaluate</source>
        <translation>Combiner et évaluer</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Commands and objects</source>
        <translation>Commandes et objets</translation>
    </message>
    <message>
        <source>Compare &amp;runs</source>
        <translation>&amp;Comparer les passages</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Comparer les passages</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>Comparer les méthodes</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparé à</translation>
    </message>
    <message>
        <source>Computed in</source>
        <translation>Calculé en</translation>
    </message>
    <message>
        <source>Computing the price</source>
        <translation>Calcul du prix</translation>
    </message>
    <message>
        <source>Conflict inspector</source>
        <translation>Inspecteur de conflits</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Contraintes</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copy the embedded sample into a new project</source>
        <translation>Copie l'exemple inclus dans un nouveau projet</translation>
    </message>
    <message>
        <source>Copy the whole project to another folder</source>
        <translation>Copie tout le projet dans un autre dossier</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>Créer %1</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Créer le projet</translation>
    </message>
    <message>
        <source>Curve that is compared</source>
        <translation>Courbe comparée</translation>
    </message>
    <message>
        <source>Curves and configuration of runs side by side</source>
        <translation>Courbes et configuration des passages côte à côte</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Courbes des passages choisis</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Coupé</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Jeu</translation>
    </message>
    <message>
        <source>Dataset that is mixed for</source>
        <translation>Jeu pour lequel on mélange</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Jeux de données</translation>
    </message>
    <message>
        <source>Datasets (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;All files (*)</source>
        <translation>Données (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Datasets a group has at least</source>
        <translation>Nombre minimal de jeux par groupe</translation>
    </message>
    <message>
        <source>Datasets a group has at most</source>
        <translation>Nombre maximal de jeux par groupe</translation>
    </message>
    <message>
        <source>Datasets of group %1</source>
        <translation>Jeux du groupe %1</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Diverged, last good state kept</source>
        <translation>A divergé, dernier bon état gardé</translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation>Refait la modification</translation>
    </message>
    <message>
        <source>Docks and sizes as they were at first</source>
        <translation>Panneaux et tailles comme au début</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Done, best %1</source>
        <translation>Terminé, meilleur %1</translation>
    </message>
    <message>
        <source>Drag a dataset to see the price before you let go</source>
        <translation>Faites glisser un jeu pour voir le prix avant de lâcher</translation>
    </message>
    <message>
        <source>Drag the bundle to a file manager</source>
        <translation>Faites glisser le paquet vers un gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Drop a dataset here to give it a group of its own</source>
        <translation>Déposez un jeu ici pour lui donner son propre groupe</translation>
    </message>
    <message>
        <source>Drop anything here</source>
        <translation>Déposez ici ce que vous voulez</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in this window: jsonl, json, csv, tsv, parquet, arrow or txt. Schema and splits are found for you.</source>
        <translation>Déposez fichiers ou dossiers n'importe où dans cette fenêtre : jsonl, json, csv, tsv, parquet, arrow ou txt. Le schéma et les parties sont trouvés pour vous.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Duplicate rows in training</source>
        <translation>Lignes en double à l'entraînement</translation>
    </message>
    <message>
        <source>E&amp;valuate</source>
        <translation>É&amp;valuer</translation>
    </message>
    <message>
        <source>E&amp;xport bundle</source>
        <translation>E&amp;xporter le paquet</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Termine le programme</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Ensemble says</source>
        <translation>L'ensemble dit</translation>
    </message>
    <message>
        <source>Ensemble, logits</source>
        <translation>Ensemble, logits</translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation>Ensembles</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Époques</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Égal</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimer</translation>
    </message>
    <message>
        <source>Estimate affinity</source>
        <translation>Estimer l'affinité</translation>
    </message>
    <message>
        <source>Estimate again</source>
        <translation>Estimer à nouveau</translation>
    </message>
    <message>
        <source>Estimate, group, train, evaluate and export in a row</source>
        <translation>Estimer, grouper, entraîner, évaluer et exporter à la suite</translation>
    </message>
    <message>
        <source>Estimated against measured loss</source>
        <translation>Perte estimée contre perte mesurée</translation>
    </message>
    <message>
        <source>Estimated loss</source>
        <translation>Perte estimée</translation>
    </message>
    <message>
        <source>Estimated: larger helps the target more</source>
        <translation>Estimé : plus c’est grand, plus la cible est aidée</translation>
    </message>
    <message>
        <source>Estimation and training that the system needed</source>
        <translation>Estimation et entraînement qu'il a fallu au système</translation>
    </message>
    <message>
        <source>Estimation error</source>
        <translation>Erreur d’estimation</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Évaluer</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Évaluer à nouveau</translation>
    </message>
    <message>
        <source>Evaluate the members first</source>
        <translation>Évaluez d'abord les membres</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>Évalué</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Every change is saved</source>
        <translation>Chaque modification est enregistrée</translation>
    </message>
    <message>
        <source>Every command and every object by name</source>
        <translation>Chaque commande et chaque objet par son nom</translation>
    </message>
    <message>
        <source>Every hash and shape, and a replayed batch</source>
        <translation>Chaque empreinte et forme, et un lot rejoué</translation>
    </message>
    <message>
        <source>Every number of groups as a table</source>
        <translation>Chaque nombre de groupes en tableau</translation>
    </message>
    <message>
        <source>Every order in which the datasets could be added is being compared…</source>
        <translation>Comparaison de tous les ordres dans lesquels les jeux de données pourraient être ajoutés…</translation>
    </message>
    <message>
        <source>Every system answers the test rows once: the frozen base, the baselines, each group's adapter and the ensemble.</source>
        <translation>Chaque système répond une fois aux lignes de test : la base gelée, les références, l'adaptateur de chaque groupe et l'ensemble.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Expand at</source>
        <translation>Développer en</translation>
    </message>
    <message>
        <source>Expansion point</source>
        <translation>Point de développement</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exporter %1</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Exporter à nouveau</translation>
    </message>
    <message>
        <source>Export bundle</source>
        <translation>Exporter le paquet</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>Exporter la matrice</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>Exporter le graphique</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exporté</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exports</translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation>FLOP</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Faithfulness certificate</source>
        <translation>Certificat de fidélité</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Files of %1 changed on disk</source>
        <translation>Les fichiers de %1 ont changé sur le disque</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>Fichiers du paquet</translation>
    </message>
    <message>
        <source>Files or folders of rows</source>
        <translation>Fichiers ou dossiers de lignes</translation>
    </message>
    <message>
        <source>Files, folders and base models can be dropped anywhere in the window. Nothing is sent anywhere.</source>
        <translation>Fichiers, dossiers et modèles de base se déposent n'importe où dans la fenêtre. Rien n'est envoyé.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter recent projects</source>
        <translation>Filtrer les projets récents</translation>
    </message>
    <message>
        <source>Filter the project</source>
        <translation>Filtrer le projet</translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation>Chercher dans la table</translation>
    </message>
    <message>
        <source>Find in the table of datasets</source>
        <translation>Chercher dans la table des jeux</translation>
    </message>
    <message>
        <source>Find out which of your datasets help each other, train one adapter per group, and export one ensemble.</source>
        <translation>Trouvez lesquels de vos jeux de données s'entraident, entraînez un adaptateur par groupe et exportez un ensemble.</translation>
    </message>
    <message>
        <source>First-order error</source>
        <translation>Erreur du premier ordre</translation>
    </message>
    <message>
        <source>First-order error against distance</source>
        <translation>Erreur du premier ordre selon la distance</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Fit the weights and score every system on the test rows</source>
        <translation>Ajuste les poids et note chaque système sur les lignes de test</translation>
    </message>
    <message>
        <source>Fits in %1</source>
        <translation>Tient dans %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folder of the base model</source>
        <translation>Dossier du modèle de base</translation>
    </message>
    <message>
        <source>Folder of the bundle</source>
        <translation>Dossier du paquet</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Dossier du projet</translation>
    </message>
    <message>
        <source>Forecast of the peak while one adapter is trained; groups are trained one after another</source>
        <translation>Pic prévu pendant l’entraînement d’un adaptateur ; les groupes sont entraînés l’un après l’autre</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Ascendante</translation>
    </message>
    <message>
        <source>Frozen base</source>
        <translation>Base gelée</translation>
    </message>
    <message>
        <source>GGUF for llama.cpp</source>
        <translation>GGUF pour llama.cpp</translation>
    </message>
    <message>
        <source>GGUF, %1</source>
        <translation>GGUF, %1</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Gains</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>Go to affinity</source>
        <translation>Aller à l'affinité</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>Aller à l'entraînement</translation>
    </message>
    <message>
        <source>GradEx: gradients at an adapter that was trained on all sources estimate the target's loss for sets of sources. Random ensemble: a source's score is the mean over the drawn sets that hold it. Forward and backward add or drop the best or worst source as long as the estimate falls (method, section 10).</source>
        <translation>GradEx : les gradients à un adaptateur entraîné sur toutes les sources estiment la perte de la cible pour des ensembles de sources. Ensemble aléatoire : le score d’une source est la moyenne sur les ensembles tirés qui la contiennent. Les stratégies ascendante et descendante ajoutent la meilleure source ou retirent la pire tant que l’estimation baisse (méthode, section 10).</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>Limite du gradient</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Norme du gradient</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradients</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Groupe %1</translation>
    </message>
    <message>
        <source>Group &amp;%1</source>
        <translation>Groupe &amp;%1</translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation>Grouper avec %1</translation>
    </message>
    <message>
        <source>Group by the present method and constraints</source>
        <translation>Grouper avec la méthode et les contraintes actuelles</translation>
    </message>
    <message>
        <source>Group datasets again</source>
        <translation>Regrouper les données</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Groupé</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>Groupements</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Groups are chosen from the affinity. Estimate it first: seconds, nothing is trained.</source>
        <translation>Les groupes se choisissent d'après l'affinité. Estimez-la d'abord : quelques secondes, rien n'est entraîné.</translation>
    </message>
    <message>
        <source>Groups datasets by how they help each other, trains one adapter per group, exports the weighted ensemble.</source>
        <translation>Groupe les jeux de données selon leur entraide, entraîne un adaptateur par groupe, exporte l'ensemble pondéré.</translation>
    </message>
    <message>
        <source>Groups of at least %1</source>
        <translation>Groupes d'au moins %1</translation>
    </message>
    <message>
        <source>Groups of at most %1</source>
        <translation>Groupes d'au plus %1</translation>
    </message>
    <message>
        <source>Groups the datasets by every method, for the number of groups chosen, and shows what each is predicted to reach</source>
        <translation>Groupe les jeux de données par chaque méthode, en le nombre de groupes choisi, et montre ce qui est prédit pour chacune</translation>
    </message>
    <message>
        <source>Groups: %1 → %2</source>
        <translation>Groupes : %1 → %2</translation>
    </message>
    <message>
        <source>Hints at the parts of the window</source>
        <translation>Indications sur les parties de la fenêtre</translation>
    </message>
    <message>
        <source>How %1 is read</source>
        <translation>Comment %1 est lu</translation>
    </message>
    <message>
        <source>How groups are found: refined starts from the semidefinite relaxation and climbs the predicted score</source>
        <translation>Comment les groupes sont trouvés : refined part de la relaxation semi-définie et monte sur le score prédit</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Comment cela marche</translation>
    </message>
    <message>
        <source>How many groups</source>
        <translation>Combien de groupes</translation>
    </message>
    <message>
        <source>How sure the detected schema is</source>
        <translation>Sûreté du schéma détecté</translation>
    </message>
    <message>
        <source>How sure the detection is, from the columns' names and contents</source>
        <translation>Sûreté de la détection, d'après le nom et le contenu des colonnes</translation>
    </message>
    <message>
        <source>How sure the weights are, and what the ensemble loses without each member</source>
        <translation>La certitude des poids, et ce que l’ensemble perd sans chaque membre</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importer %1</translation>
    </message>
    <message numerus='yes'>
        <source>Import %n items</source>
        <translation><numerusform>Importer %n élément</numerusform><numerusform>Importer %n éléments</numerusform></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>It is here already</source>
        <translation>Il est déjà ici</translation>
    </message>
    <message>
        <source>It is running; it can be cancelled in the strip above the stage</source>
        <translation>En cours ; on peut l’annuler dans la bande au-dessus de l’étape</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Jobs %1</source>
        <translation>Tâches %1</translation>
    </message>
    <message>
        <source>Jobs run in the background. You can look around, change groups and weigh members meanwhile.</source>
        <translation>Les tâches tournent en arrière-plan. Entre-temps vous pouvez regarder, changer les groupes et pondérer les membres.</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Keep %1 apart from %2</source>
        <translation>Garder %1 séparé de %2</translation>
    </message>
    <message>
        <source>Keep %1 with %2</source>
        <translation>Garder %1 avec %2</translation>
    </message>
    <message>
        <source>Keep &amp;apart from</source>
        <translation>&amp;Séparé de</translation>
    </message>
    <message>
        <source>Keep options</source>
        <translation>Garder les options</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Laisser tourner</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Coude</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>Label balance</source>
        <translation>Répartition des étiquettes</translation>
    </message>
    <message>
        <source>Labels in training</source>
        <translation>Étiquettes à l'entraînement</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>Lambda</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Langue du système</translation>
    </message>
    <message>
        <source>Language, text size, motion, shortcuts</source>
        <translation>Langue, taille du texte, mouvement, raccourcis</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Le plus grand</translation>
    </message>
    <message>
        <source>Largest difference of a logit over the replayed rows</source>
        <translation>Plus grand écart d'un logit sur les lignes rejouées</translation>
    </message>
    <message>
        <source>Largest share of the rows that are near duplicates of rows of another dataset</source>
        <translation>Plus grande part des lignes qui sont presque identiques à des lignes d’un autre jeu</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d'apprentissage</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Quitter la visite</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins de mouvement</translation>
    </message>
    <message>
        <source>Let go to add. Esc cancels.</source>
        <translation>Lâchez pour ajouter. Échap annule.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Lines that load the bundle</source>
        <translation>Lignes qui chargent le paquet</translation>
    </message>
    <message>
        <source>LoRA files of the merged adapter and the members</source>
        <translation>Fichiers LoRA de l’adaptateur fusionné et des membres</translation>
    </message>
    <message>
        <source>LoRA rank %1, alpha %2 on %3; %4 layers of width %5</source>
        <translation>LoRA de rang %1, alpha %2 sur %3 ; %4 couches de largeur %5</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>Retrouver</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Échelle logarithmique</translation>
    </message>
    <message>
        <source>Logits ensemble</source>
        <translation>Ensemble de logits</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Loss per dataset</source>
        <translation>Perte par jeu</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>Niveau le plus bas affiché</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Macro-F1</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Fait par</translation>
    </message>
    <message numerus='yes'>
        <source>Make a group of %n datasets</source>
        <translation><numerusform>Former un groupe de %n jeu</numerusform><numerusform>Former un groupe de %n jeux</numerusform></translation>
    </message>
    <message>
        <source>Make a project for a base model</source>
        <translation>Crée un projet pour un modèle de base</translation>
    </message>
    <message>
        <source>Make this a group</source>
        <translation>En faire un groupe</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
    <message>
        <source>Matrix as a table</source>
        <translation>Matrice en table</translation>
    </message>
    <message>
        <source>Max |Δ logit|</source>
        <translation>Max |Δ logit|</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Mean Kullback–Leibler divergence, natural logarithm</source>
        <translation>Divergence de Kullback–Leibler moyenne, logarithme naturel</translation>
    </message>
    <message>
        <source>Mean accuracy</source>
        <translation>Exactitude moyenne</translation>
    </message>
    <message>
        <source>Mean accuracy: %1</source>
        <translation>Exactitude moyenne : %1</translation>
    </message>
    <message>
        <source>Mean against one adapter for all datasets</source>
        <translation>Moyenne face à un adaptateur pour tous les jeux</translation>
    </message>
    <message>
        <source>Mean gain inside %1</source>
        <translation>Gain moyen à l'intérieur %1</translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation>Perte moyenne</translation>
    </message>
    <message>
        <source>Mean loss: %1</source>
        <translation>Perte moyenne : %1</translation>
    </message>
    <message>
        <source>Mean over the datasets</source>
        <translation>Moyenne sur les jeux</translation>
    </message>
    <message>
        <source>Mean over the datasets of what each is predicted to reach in its own group, with the 95 % interval over validation rows</source>
        <translation>Moyenne sur les jeux de ce qui est prédit pour chacun dans son groupe, avec l'intervalle à 95 % sur les lignes de validation</translation>
    </message>
    <message>
        <source>Mean tokens a row, prompt and target</source>
        <translation>Jetons moyens par ligne, entrée et cible</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
    <message>
        <source>Member adapter %1</source>
        <translation>Adaptateur membre %1</translation>
    </message>
    <message>
        <source>Member adapters</source>
        <translation>Adaptateurs membres</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Memory for: %1</source>
        <translation>Mémoire pour : %1</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>Mémoire, Go</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Merged adapter, cat</source>
        <translation>Adaptateur fusionné, cat</translation>
    </message>
    <message>
        <source>Merged, cat</source>
        <translation>Fusionné, cat</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>Micro-lot</translation>
    </message>
    <message>
        <source>Mixtures of datasets that were fitted, in %1</source>
        <translation>Mélanges de jeux de données ajustés, en %1</translation>
    </message>
    <message>
        <source>More about the members</source>
        <translation>Plus sur les membres</translation>
    </message>
    <message>
        <source>More than %1</source>
        <translation>Plus de %1</translation>
    </message>
    <message>
        <source>Most helped first</source>
        <translation>Les plus aidés d’abord</translation>
    </message>
    <message>
        <source>Most helpful first</source>
        <translation>Les plus utiles d’abord</translation>
    </message>
    <message>
        <source>Move %1 to group %2</source>
        <translation>Déplacer %1 vers le groupe %2</translation>
    </message>
    <message>
        <source>Move one slider. Score, time and memory are predicted for each choice.</source>
        <translation>Bougez un curseur. Score, temps et mémoire sont prédits pour chaque choix.</translation>
    </message>
    <message>
        <source>Nearest by gradient</source>
        <translation>Plus proches par gradient</translation>
    </message>
    <message>
        <source>Nearest by representation</source>
        <translation>Plus proches par représentation</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Nouveau groupe</translation>
    </message>
    <message>
        <source>New keys for the selected command</source>
        <translation>Nouvelles touches de la commande choisie</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nouveau projet</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Ligne suivante</translation>
    </message>
    <message>
        <source>No affinity yet</source>
        <translation>Pas encore d'affinité</translation>
    </message>
    <message>
        <source>No bundle yet</source>
        <translation>Pas encore de paquet</translation>
    </message>
    <message>
        <source>No datasets yet</source>
        <translation>Pas encore de données</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>Pas encore de groupes</translation>
    </message>
    <message>
        <source>None. Press M on a dataset to pin it, or to keep it with or apart from another.</source>
        <translation>Aucune. Appuyez sur M sur un jeu pour l'épingler, ou le garder avec un autre ou séparé de lui.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Nothing else changed. Choose a folder in which you may write.</source>
        <translation>Rien d’autre n’a changé. Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Nothing evaluated yet</source>
        <translation>Rien d'évalué encore</translation>
    </message>
    <message>
        <source>Nothing here can be added</source>
        <translation>Rien ici ne peut être ajouté</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>Rien d'entraîné encore</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Nombre de groupes</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Of estimated and measured losses over the probed sets, mean over the datasets; the same trainings with another seed reach %1</source>
        <translation>Entre pertes estimées et mesurées sur les sondes, moyenne sur les jeux ; les mêmes entraînements avec une autre graine atteignent %1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Sur le disque</translation>
    </message>
    <message>
        <source>One adapter a group, in the background</source>
        <translation>Un adaptateur par groupe, en arrière-plan</translation>
    </message>
    <message>
        <source>One adapter for all datasets</source>
        <translation>Un adaptateur pour tous les jeux</translation>
    </message>
    <message>
        <source>One adapter is trained on everything for a start; from there the gradients of the other datasets rank them as sources of the target, and the base is trained once on those that help.</source>
        <translation>Un adaptateur est d’abord entraîné sur tout ; de là, les gradients des autres jeux les classent comme sources de la cible, et la base est entraînée une fois sur ceux qui aident.</translation>
    </message>
    <message>
        <source>One adapter per dataset</source>
        <translation>Un adaptateur par jeu</translation>
    </message>
    <message>
        <source>One adapter per group, in the background. The learning rate comes from a short range test.</source>
        <translation>Un adaptateur par groupe, en arrière-plan. Le taux d'apprentissage vient d'un court essai.</translation>
    </message>
    <message>
        <source>One adapter per group, weighted together, checked and ready to serve.</source>
        <translation>Un adaptateur par groupe, pondérés ensemble, contrôlés et prêts à servir.</translation>
    </message>
    <message>
        <source>One for all</source>
        <translation>Un pour tous</translation>
    </message>
    <message>
        <source>One gradient pass over the rows of your datasets predicts every mixture of them. Nothing is trained.</source>
        <translation>Un passage de gradients sur les lignes prédit tout mélange de vos jeux. Rien n'est entraîné.</translation>
    </message>
    <message>
        <source>One gradient pass predicts every mixture. No training needed.</source>
        <translation>Un passage de gradients prédit tout mélange. Sans entraînement.</translation>
    </message>
    <message>
        <source>One gradient per row, then every mixture is predicted</source>
        <translation>Un gradient par ligne, puis tout mélange est prédit</translation>
    </message>
    <message>
        <source>One more member for the group of the highest training loss; then everything is scored again</source>
        <translation>Un membre de plus pour le groupe dont la perte d’entraînement est la plus élevée ; puis tout est réévalué</translation>
    </message>
    <message>
        <source>One per dataset</source>
        <translation>Un par jeu</translation>
    </message>
    <message>
        <source>One point less</source>
        <translation>Un point de moins</translation>
    </message>
    <message>
        <source>One point more</source>
        <translation>Un point de plus</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un &amp;récent</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>Ouvrir l'e&amp;xemple</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation>Ouvre un dossier de projet</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>Ouvrir l'exemple</translation>
    </message>
    <message>
        <source>Open the Log dock</source>
        <translation>Ouvre le journal</translation>
    </message>
    <message>
        <source>Open the bundle's fol&amp;der</source>
        <translation>Ouvrir le &amp;dossier du paquet</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Ouvrir l'exemple</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>Optimiser</translation>
    </message>
    <message>
        <source>Optimise %1</source>
        <translation>Optimiser %1</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Or drop datasets and a model folder anywhere in this window.</source>
        <translation>Ou déposez des données et un dossier de modèle n'importe où dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Order of the datasets</source>
        <translation>Ordre des jeux</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Recouvrement</translation>
    </message>
    <message>
        <source>Overlap scan</source>
        <translation>Recherche de recouvrements</translation>
    </message>
    <message>
        <source>Owner only</source>
        <translation>Propriétaire seul</translation>
    </message>
    <message>
        <source>PEFT, exact sum of the members</source>
        <translation>PEFT, somme exacte des membres</translation>
    </message>
    <message>
        <source>PEFT, one a group</source>
        <translation>PEFT, un par groupe</translation>
    </message>
    <message>
        <source>Pairwise</source>
        <translation>Par paires</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>Parties du paquet</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Patience</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Suspendre ou reprendre</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Peak memory of measuring all systems: the base, one block's activations of a batch, and the kept states of the members.</source>
        <translation>Pic de mémoire de la mesure de tous les systèmes : la base, les activations d’un bloc pour un lot et les états gardés des membres.</translation>
    </message>
    <message>
        <source>Peak memory of one training run: the base, the activations of a batch of the longest rows, the adapter and the moments of its optimiser.</source>
        <translation>Pic de mémoire d’un entraînement : la base, les activations d’un lot des lignes les plus longues, l’adaptateur et les moments de son optimiseur.</translation>
    </message>
    <message>
        <source>Peak memory of the estimate: the base, the activations of a batch of rows on every compute thread, and one sketch per row.</source>
        <translation>Pic de mémoire de l’estimation : la base, les activations d’un lot sur chaque fil de calcul et une esquisse par ligne.</translation>
    </message>
    <message>
        <source>Peak of the process while the run was trained</source>
        <translation>Pic du processus pendant l'entraînement du passage</translation>
    </message>
    <message>
        <source>Picture or table (*.png *.svg *.pdf *.csv)</source>
        <translation>Image ou table (*.png *.svg *.pdf *.csv)</translation>
    </message>
    <message>
        <source>Pin %1 to group %2</source>
        <translation>Épingler %1 au groupe %2</translation>
    </message>
    <message>
        <source>Plan: %1, %2</source>
        <translation>Plan : %1, %2</translation>
    </message>
    <message>
        <source>Points, over the replayed rows</source>
        <translation>Points, sur les lignes rejouées</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision numérique</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Prédit</translation>
    </message>
    <message>
        <source>Predicted mean accuracy, band: 95 % interval</source>
        <translation>Exactitude moyenne prédite, bande : intervalle à 95 %</translation>
    </message>
    <message>
        <source>Predicted mean loss, band: 95 % interval</source>
        <translation>Perte moyenne prédite, bande : intervalle à 95 %</translation>
    </message>
    <message>
        <source>Predictions follow a linear model of the outputs around the expansion point. The curve shows how wrong that model is at growing distances from it: mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² over training rows (method, section 6). Up to 3 % the model counts as linear; above, the order of the predictions is worth more than their values.</source>
        <translation>Les prédictions suivent un modèle linéaire des sorties autour du point de développement. La courbe montre l’erreur de ce modèle à des distances croissantes : moyenne de ((h0 + g·Δ − h) / max(|h|, |h0|))² sur des lignes d’entraînement (méthode, section 6). Jusqu’à 3 %, le modèle compte comme linéaire ; au-delà, l’ordre des prédictions vaut plus que leurs valeurs.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Price of the grouping</source>
        <translation>Prix du groupement</translation>
    </message>
    <message>
        <source>Probability of the right answer among the choices; free text: a token</source>
        <translation>Probabilité de la bonne réponse parmi les choix ; texte libre : par jeton</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Sondes</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>Progression du plan</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Progression de la tâche en cours</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Projects that you open appear here.</source>
        <translation>Les projets ouverts apparaissent ici.</translation>
    </message>
    <message>
        <source>Prompt field</source>
        <translation>Champ d'entrée</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propriétés</translation>
    </message>
    <message>
        <source>Pull on %1</source>
        <translation>Tire %1</translation>
    </message>
    <message>
        <source>Pulled by %1</source>
        <translation>Tirée par %1</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Random ensemble</source>
        <translation>Ensemble aléatoire</translation>
    </message>
    <message>
        <source>Random sources</source>
        <translation>Sources au hasard</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank correlation</source>
        <translation>Corrélation de rangs</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Re&amp;move an adapter…</source>
        <translation>&amp;Retirer un adaptateur…</translation>
    </message>
    <message>
        <source>Read %1 again</source>
        <translation>Relire %1</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>Reliable</source>
        <translation>Fiable</translation>
    </message>
    <message>
        <source>Remo&amp;ve dataset</source>
        <translation>Retirer le &amp;jeu</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message numerus='yes'>
        <source>Remove %n datasets</source>
        <translation><numerusform>Retirer %n jeu de données</numerusform><numerusform>Retirer %n jeux de données</numerusform></translation>
    </message>
    <message>
        <source>Remove an adapter</source>
        <translation>Retirer un adaptateur</translation>
    </message>
    <message>
        <source>Remove the constraint: %1</source>
        <translation>Retirer la contrainte : %1</translation>
    </message>
    <message>
        <source>Remove the member %1</source>
        <translation>Retirer le membre %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Réinitialiser %1</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Réinitialiser tous les réglages</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Bonne réponse</translation>
    </message>
    <message>
        <source>Row as the model sees it</source>
        <translation>La ligne vue par le modèle</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Ligne précédente</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>Limite de lignes</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <translation>Ligne de %1</translation>
    </message>
    <message>
        <source>Row output</source>
        <translation>Sortie de ligne</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Rows a dataset</source>
        <translation>Lignes par jeu</translation>
    </message>
    <message>
        <source>Rows cut</source>
        <translation>Lignes coupées</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>Lignes écartées</translation>
    </message>
    <message>
        <source>Rows that are pulled</source>
        <translation>Lignes tirées</translation>
    </message>
    <message>
        <source>Rows that datasets share, and test rows seen in training</source>
        <translation>Lignes communes aux jeux, et lignes de test vues à l'entraînement</translation>
    </message>
    <message>
        <source>Rows that pull</source>
        <translation>Lignes qui tirent</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Run compare</source>
        <translation>Comparer les passages</translation>
    </message>
    <message>
        <source>Run every &amp;open step</source>
        <translation>Exécuter chaque étape &amp;ouverte</translation>
    </message>
    <message>
        <source>Run every open step</source>
        <translation>Exécuter chaque étape ouverte</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>Passages à comparer</translation>
    </message>
    <message>
        <source>R² over membership</source>
        <translation>R² au-delà de l’appartenance</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Texte plus &amp;petit</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Égal</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>Enregistrer le &amp;diagnostic…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Enregistrer une co&amp;pie…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Save a copy as %1</source>
        <translation>Enregistrer une copie : %1</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Enregistrer le diagnostic</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Enregistrer la table</translation>
    </message>
    <message>
        <source>Scan for &amp;overlap</source>
        <translation>Chercher les &amp;recouvrements</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Schema, columns, template and limits of the chosen dataset</source>
        <translation>Schéma, colonnes, modèle de texte et limites du jeu choisi</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>Search commands   Ctrl+Shift+P</source>
        <translation>Chercher une commande   Ctrl+Maj+P</translation>
    </message>
    <message>
        <source>Search commands and objects</source>
        <translation>Chercher commandes et objets</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Selection and baselines</source>
        <translation>Sélection et références</translation>
    </message>
    <message>
        <source>Sets of datasets that were really trained on, by equal steps; the estimate is held against them</source>
        <translation>Ensembles de jeux de données réellement entraînés, à nombre d’étapes égal ; l’estimation leur est comparée</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Share of rows whose prompt lost tokens at its left end</source>
        <translation>Part des lignes dont l'entrée a perdu des jetons à gauche</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Shorter rows (token limit), a smaller batch or nf4 need less</source>
        <translation>Des lignes plus courtes (limite de tokens), un lot plus petit ou nf4 demandent moins</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>Voir dans le journal</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>Afficher le &amp;journal</translation>
    </message>
    <message>
        <source>Show the curve of %1</source>
        <translation>Afficher la courbe de %1</translation>
    </message>
    <message>
        <source>Show the last bundle in the file manager</source>
        <translation>Montre le dernier paquet dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show the stage %1</source>
        <translation>Affiche l'étape %1</translation>
    </message>
    <message>
        <source>Six sets of datasets are really trained on, and the estimate is held against them</source>
        <translation>Six ensembles sont réellement entraînés et l’estimation leur est comparée</translation>
    </message>
    <message>
        <source>Six stages</source>
        <translation>Six étapes</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Sketch size</source>
        <translation>Taille de l'esquisse</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Le plus petit</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Lisser</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Sources by their help</source>
        <translation>Sources selon leur aide</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>Partie affichée</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Pas %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Arrêter et garder</translation>
    </message>
    <message>
        <source>Stop training within one step; what was learned is kept</source>
        <translation>Arrête l'entraînement en un pas ; ce qui est appris est gardé</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Arrêté tôt</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Stratégie</translation>
    </message>
    <message>
        <source>Stretched: rank, do not quote</source>
        <translation>Tendu : classez, ne citez pas</translation>
    </message>
    <message>
        <source>Subset size</source>
        <translation>Taille des sous-ensembles</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>Sous-ensembles</translation>
    </message>
    <message>
        <source>Sum over groups of the affinity inside, by group size (method, section 8)</source>
        <translation>Somme de l'affinité dans les groupes, par leur taille (méthode, section 8)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Table (*.tsv)</source>
        <translation>Table (*.tsv)</translation>
    </message>
    <message>
        <source>Table of systems</source>
        <translation>Table des systèmes</translation>
    </message>
    <message>
        <source>Tables and cards</source>
        <translation>Tables et fiches</translation>
    </message>
    <message>
        <source>Take in %1</source>
        <translation>Reprendre %1</translation>
    </message>
    <message>
        <source>Take in an &amp;adapter…</source>
        <translation>Reprendre un &amp;adaptateur…</translation>
    </message>
    <message>
        <source>Take in an adapter</source>
        <translation>Reprendre un adaptateur</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Annule la dernière modification</translation>
    </message>
    <message>
        <source>Takes over what changed on disk</source>
        <translation>Reprend ce qui a changé sur le disque</translation>
    </message>
    <message>
        <source>Takes the chosen datasets out of the project; can be undone</source>
        <translation>Retire du projet les jeux choisis ; peut être annulé</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Target field</source>
        <translation>Champ cible</translation>
    </message>
    <message>
        <source>Target mode</source>
        <translation>Mode cible</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle de texte</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test accuracy %</source>
        <translation>Exactitude de test %</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Perte de test</translation>
    </message>
    <message>
        <source>Test rows seen in training</source>
        <translation>Lignes de test vues à l'entraînement</translation>
    </message>
    <message>
        <source>Test rows. Bars: 95 % bootstrap interval, one scale a column. Bold: best.</source>
        <translation>Lignes de test. Barres : intervalle bootstrap à 95 %, une échelle par colonne. Gras : meilleur.</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>Part de test</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Text to try</source>
        <translation>Texte à essayer</translation>
    </message>
    <message>
        <source>Text, labels, chats or choices in any common file. Schema and splits are found for you.</source>
        <translation>Texte, étiquettes, dialogues ou choix dans tout fichier courant. Le schéma et les parties sont trouvés pour vous.</translation>
    </message>
    <message>
        <source>The bundle holds the merged adapter, every member, the ensemble's weights and a certificate that replays rows from the written files.</source>
        <translation>Le paquet contient l'adaptateur fusionné, chaque membre, les poids de l'ensemble et un certificat qui rejoue des lignes depuis les fichiers écrits.</translation>
    </message>
    <message>
        <source>The dataset that is predicted to do worst</source>
        <translation>Le jeu pour lequel le pire résultat est prédit</translation>
    </message>
    <message>
        <source>The datasets changed, their affinity is old</source>
        <translation>Les données ont changé, leur affinité est ancienne</translation>
    </message>
    <message>
        <source>The diagnostics could not be saved</source>
        <translation>Le diagnostic n'a pas pu être enregistré</translation>
    </message>
    <message>
        <source>The first-order model counts as linear up to an error of 3 %</source>
        <translation>Le modèle du premier ordre vaut comme linéaire jusqu'à une erreur de 3 %</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>La langue change au prochain démarrage.</translation>
    </message>
    <message>
        <source>The loss counts this token</source>
        <translation>La perte compte ce jeton</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>L'étape suivante</translation>
    </message>
    <message>
        <source>The offline manual</source>
        <translation>Le manuel, hors ligne</translation>
    </message>
    <message>
        <source>The project cannot be read</source>
        <translation>Le projet ne peut pas être lu</translation>
    </message>
    <message>
        <source>The project keeps the rows as they were read. %1</source>
        <translation>Le projet garde les lignes telles qu'elles ont été lues. %1</translation>
    </message>
    <message>
        <source>The project needs a folder that does not exist yet.</source>
        <translation>Le projet a besoin d'un dossier qui n'existe pas encore.</translation>
    </message>
    <message>
        <source>The same if everything else is there already (leave-one-out)</source>
        <translation>La même chose si tout le reste est déjà là (leave-one-out)</translation>
    </message>
    <message>
        <source>The smallest number of groups whose mean is within one standard error of the best</source>
        <translation>Le plus petit nombre de groupes dont la moyenne est à une erreur type de la meilleure</translation>
    </message>
    <message>
        <source>The table could not be written</source>
        <translation>La table n'a pas pu être écrite</translation>
    </message>
    <message>
        <source>The table shows the ensemble as it was. Evaluating again takes only the datasets that changed.</source>
        <translation>La table montre l'ensemble tel qu'il était. Évaluer à nouveau ne prend que les jeux qui ont changé.</translation>
    </message>
    <message>
        <source>The target alone</source>
        <translation>La cible seule</translation>
    </message>
    <message>
        <source>The weights changed since these scores</source>
        <translation>Les poids ont changé depuis ces scores</translation>
    </message>
    <message>
        <source>The window can go on with them out of sight, or stop within one step and keep what was reached. The next start resumes.</source>
        <translation>La fenêtre peut continuer avec elles hors de vue, ou s'arrêter en un pas et garder l'acquis. Le prochain démarrage reprend.</translation>
    </message>
    <message>
        <source>The window without a frame</source>
        <translation>La fenêtre sans cadre</translation>
    </message>
    <message>
        <source>Their answer does not fit the token limit</source>
        <translation>Leur réponse ne tient pas dans la limite de jetons</translation>
    </message>
    <message>
        <source>These keys belong to "%1". Choose others.</source>
        <translation>Ces touches sont à « %1 ». Choisissez-en d'autres.</translation>
    </message>
    <message>
        <source>These options do not fit the rows</source>
        <translation>Ces options ne vont pas avec les lignes</translation>
    </message>
    <message>
        <source>They need about %1 more.</source>
        <translation>Il leur faut encore %1 environ.</translation>
    </message>
    <message>
        <source>This button is always what comes next. The whole sample takes about five minutes.</source>
        <translation>Ce bouton est toujours ce qui vient ensuite. Tout l'exemple prend environ cinq minutes.</translation>
    </message>
    <message>
        <source>This could not be computed</source>
        <translation>Ceci n'a pas pu être calculé</translation>
    </message>
    <message>
        <source>Tick datasets to see what training on them together is predicted to give.</source>
        <translation>Cochez des jeux pour voir ce que donnerait leur entraînement commun.</translation>
    </message>
    <message>
        <source>Ticked: mean %1, %2 against alone</source>
        <translation>Cochés : moyenne %1, %2 face à seul</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Time that training this group takes</source>
        <translation>Temps que prend l’entraînement de ce groupe</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Token limit</source>
        <translation>Limite de jetons</translation>
    </message>
    <message>
        <source>Tokenizer and templates</source>
        <translation>Tokeniseur et modèles de texte</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>Tokens of the row</source>
        <translation>Jetons de la ligne</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Jetons/s</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraîner</translation>
    </message>
    <message numerus='yes'>
        <source>Train %n groups</source>
        <translation><numerusform>Entraîner %n groupe</numerusform><numerusform>Entraîner %n groupes</numerusform></translation>
    </message>
    <message>
        <source>Train earlier</source>
        <translation>Entraîner plus tôt</translation>
    </message>
    <message>
        <source>Train later</source>
        <translation>Entraîner plus tard</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>Perte entr.</translation>
    </message>
    <message>
        <source>Train the baselines too</source>
        <translation>Entraîner aussi les références</translation>
    </message>
    <message>
        <source>Train the groups</source>
        <translation>Entraîner les groupes</translation>
    </message>
    <message>
        <source>Train the groups first</source>
        <translation>Entraînez d'abord les groupes</translation>
    </message>
    <message>
        <source>Train the selection</source>
        <translation>Entraîner la sélection</translation>
    </message>
    <message>
        <source>Train together</source>
        <translation>Entraîner ensemble</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Entraîné</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Perte d'entraînement</translation>
    </message>
    <message>
        <source>Training loss as a table</source>
        <translation>Perte d'entraînement en table</translation>
    </message>
    <message>
        <source>Training loss by optimiser step</source>
        <translation>Perte d'entraînement par pas d'optimisation</translation>
    </message>
    <message>
        <source>Training options</source>
        <translation>Options d'entraînement</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Durée d’entraînement</translation>
    </message>
    <message>
        <source>Trust meter</source>
        <translation>Jauge de confiance</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Type a command or the name of a dataset, group or run</source>
        <translation>Tapez une commande ou le nom d'un jeu, d'un groupe ou d'un passage</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler : %1</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Utiliser %1</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>L'utiliser</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valid.</translation>
    </message>
    <message>
        <source>Valid loss</source>
        <translation>Perte val.</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>Valider tous les</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Perte de validation</translation>
    </message>
    <message>
        <source>Validation row</source>
        <translation>Ligne de validation</translation>
    </message>
    <message>
        <source>Validation row of %1</source>
        <translation>Ligne de validation de %1</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Part de validation</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versions et licences</translation>
    </message>
    <message>
        <source>Versions, log and settings in one file, without any text of your datasets</source>
        <translation>Versions, journal et réglages dans un fichier, sans aucun texte de vos données</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>View as table</source>
        <translation>Voir en table</translation>
    </message>
    <message>
        <source>Vs alone</source>
        <translation>Face à seul</translation>
    </message>
    <message>
        <source>Vs one for all</source>
        <translation>Face à un pour tous</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Warm-up share</source>
        <translation>Part d'échauffement</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>Weigh by the &amp;prompt</source>
        <translation>Pondérer selon l’&amp;invite</translation>
    </message>
    <message>
        <source>Weigh by the prompt</source>
        <translation>Pondérer selon l’invite</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Décroissance des poids</translation>
    </message>
    <message>
        <source>Weight mixer</source>
        <translation>Mélangeur de poids</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Poids de %1</translation>
    </message>
    <message>
        <source>Weight of the past in the moving average: 0 shows the raw values</source>
        <translation>Poids du passé dans la moyenne mobile : 0 montre les valeurs brutes</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>What did not change is kept and reused.</source>
        <translation>Ce qui n'a pas changé est gardé et réutilisé.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>What each dataset is estimated to bring to the others, in nats of their validation loss: above 0 helps. Nothing was trained for it.</source>
        <translation>Ce que chaque jeu de données apporterait aux autres, en nats de leur perte de validation : au-dessus de 0, il aide. Rien n’a été entraîné pour cela.</translation>
    </message>
    <message>
        <source>What every dataset brings</source>
        <translation>Ce qu’apporte chaque jeu de données</translation>
    </message>
    <message>
        <source>What every dataset would reach after fine-tuning on the ticked ones together: the first-order model, fitted to exactly these datasets (method, section 5). Seconds of regression, nothing is trained.</source>
        <translation>Ce que chaque jeu atteindrait après un affinage commun sur les jeux cochés : le modèle du premier ordre, ajusté exactement à ces jeux (méthode, section 5). Quelques secondes de régression, rien n’est entraîné.</translation>
    </message>
    <message>
        <source>What is dataset affinity?</source>
        <translation>Qu'est-ce que l'affinité ?</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Ce qui tourne</translation>
    </message>
    <message>
        <source>What the curve and the price tag show, and what refined climbs</source>
        <translation>Ce que montrent la courbe et le prix, et ce que refined fait monter</translation>
    </message>
    <message>
        <source>What three epochs over its rows take here</source>
        <translation>Ce que prennent ici trois époques sur ses lignes</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Ce qui a été écrit</translation>
    </message>
    <message>
        <source>What's &amp;this?</source>
        <translation>Qu'est-ce que c'e&amp;st ?</translation>
    </message>
    <message>
        <source>What-if bench</source>
        <translation>Banc d'essai</translation>
    </message>
    <message>
        <source>Where the bundle is used</source>
        <translation>Où le paquet est utilisé</translation>
    </message>
    <message>
        <source>Which examples</source>
        <translation>Quels exemples</translation>
    </message>
    <message>
        <source>Which sources help one dataset?</source>
        <translation>Quelles sources aident un jeu de données ?</translation>
    </message>
    <message>
        <source>Without this member the others, fitted again, lose %1 nats of validation loss.</source>
        <translation>Sans ce membre, les autres, réajustés, perdent %1 nats de perte de validation.</translation>
    </message>
    <message>
        <source>Work is going on</source>
        <translation>Un travail est en cours</translation>
    </message>
    <message>
        <source>Works offline. Sends nothing.</source>
        <translation>Marche hors ligne. N'envoie rien.</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Pires</translation>
    </message>
    <message>
        <source>Worst, %1</source>
        <translation>Pire, %1</translation>
    </message>
    <message>
        <source>Worth of the members</source>
        <translation>Valeur des membres</translation>
    </message>
    <message>
        <source>Write a text of this dataset</source>
        <translation>Écrivez un texte de ce jeu</translation>
    </message>
    <message>
        <source>Write the weighted ensemble as files that others load</source>
        <translation>Écrit l'ensemble pondéré en fichiers que d'autres chargent</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>Written artefact</source>
        <translation>Artefact écrit</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message numerus='yes'>
        <source>and %n more</source>
        <translation><numerusform>et %n autre</numerusform><numerusform>et %n autres</numerusform></translation>
    </message>
    <message>
        <source>any</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>comme entraîné</translation>
    </message>
    <message>
        <source>by the prompt</source>
        <translation>selon l’invite</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changé</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>contrôle</translation>
    </message>
    <message>
        <source>chosen by validation loss</source>
        <translation>choisi par la perte de validation</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>copie</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translation>décidé par le programme</translation>
    </message>
    <message>
        <source>density %1</source>
        <translation>densité %1</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>détecté</translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation>distance depuis le départ</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>ensemble in the project</source>
        <translation>ensemble du projet</translation>
    </message>
    <message>
        <source>ensemble.py, weights per dataset</source>
        <translation>ensemble.py, poids par jeu</translation>
    </message>
    <message>
        <source>estimated loss</source>
        <translation>perte estimée</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>terminé %1</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>texte libre</translation>
    </message>
    <message>
        <source>fresh: the new adapter; warmed: after a short joint training</source>
        <translation>fresh : le nouvel adaptateur ; warmed : après un court entraînement commun</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>gradients</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>groupement</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>main</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>aide</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>nuit</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>coude</translation>
    </message>
    <message>
        <source>learning-rate test</source>
        <translation>essai du taux</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>limite %1</translation>
    </message>
    <message>
        <source>mean cross-entropy of the targets, natural logarithm</source>
        <translation>entropie croisée moyenne des cibles, logarithme naturel</translation>
    </message>
    <message>
        <source>mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² where fine-tuning on everything would go (method, section 6)</source>
        <translation>moyenne de ((h0 + g·Δ − h) / max(|h|, |h0|))² là où mènerait l'ajustement sur tout (méthode, section 6)</translation>
    </message>
    <message>
        <source>measured loss</source>
        <translation>perte mesurée</translation>
    </message>
    <message>
        <source>more labels</source>
        <translation>autres étiquettes</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>demande attention</translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation>pas encore de points</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>pas encore vérifié</translation>
    </message>
    <message>
        <source>one adapter for all: %1</source>
        <translation>un adaptateur pour tous : %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>optimiser step</source>
        <translation>pas d'optimisation</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p(right)</source>
        <translation>p(bonne)</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>brut</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>real fine-tunings</source>
        <translation>ajustements réels</translation>
    </message>
    <message>
        <source>row gains from
column joining it</source>
        <translation>la ligne gagne quand
la colonne la rejoint</translation>
    </message>
    <message>
        <source>row gains from a pair
with the column</source>
        <translation>la ligne gagne en paire
avec la colonne</translation>
    </message>
    <message>
        <source>rows replayed from the written files, %1</source>
        <translation>lignes rejouées depuis les fichiers écrits, %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>runs.sqlite, affinity, certificate, licences</source>
        <translation>runs.sqlite, affinité, certificat, licences</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>notation</translation>
    </message>
    <message>
        <source>share of the row's rows
also in the column</source>
        <translation>part des lignes de la ligne
aussi dans la colonne</translation>
    </message>
    <message>
        <source>share of validation rows answered right, 95 % bootstrap</source>
        <translation>part des lignes de validation bien répondues, bootstrap à 95 %</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>lissé</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>longueur du pas</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>subset fits</source>
        <translation>ajustements de sous-ensembles</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>aujourd'hui %1</translation>
    </message>
    <message>
        <source>trained adapter</source>
        <translation>adaptateur entraîné</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>entraîné ici</translation>
    </message>
    <message>
        <source>training on the selection</source>
        <translation>entraînement sur la sélection</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>validation loss, %1 subsets, 95 % interval</source>
        <translation>perte de validation, %1 sous-ensembles, intervalle à 95 %</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>vérifié %1</translation>
    </message>
    <message>
        <source>vs one adapter</source>
        <translation>face à un adaptateur</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>échauffement</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>poids</translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation>poids de %1</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>écriture</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>Δ accuracy</source>
        <translation>Δ exactitude</translation>
    </message>
    <message>
        <source>Σ of weighted members</source>
        <translation>Σ des membres pondérés</translation>
    </message>
    <message>
        <source>Σ rank</source>
        <translation>Σ rang</translation>
    </message>
    <message>
        <source>Σ rank: %1 → %2</source>
        <translation>Σ rang : %1 → %2</translation>
    </message>
    <message>
        <source>Σ rank: sum of the members' ranks. vLLM accepts up to 512.</source>
        <translation>Σ rang : somme des rangs des membres. vLLM accepte jusqu'à 512.</translation>
    </message>
    <message>
        <source>Σ(f̂ − f)² / Σf² over the datasets inside the probed sets; membership alone: %1</source>
        <translation>Σ(f̂ − f)² / Σf² sur les jeux de données inclus dans les sondes ; avec la seule appartenance : %1</translation>
    </message>
</context>
</TS>
