//! French.

use super::texts::{Failures, Plural, Texts};

/// The interface in French. CLDR's *many* is for whole millions: *1 000 000 de signatures*.
pub const TEXTS: Texts = Texts {
    lang: "fr",
    name: "français",
    signatories: "Signataires",
    signatures: Plural {
        one: Some("{n} signature"),
        many: Some("{n} de signatures"),
        other: "{n} signatures",
        ..Plural::OTHER
    },
    progress: "{count} sur {goal}",
    organisations: Plural {
        one: Some("{n} organisation"),
        many: Some("{n} d’organisations"),
        other: "{n} organisations",
        ..Plural::OTHER
    },
    persons: Plural {
        one: Some("{n} personne"),
        many: Some("{n} de personnes"),
        other: "{n} personnes",
        ..Plural::OTHER
    },
    both: "{organisations} et {persons}",
    sign: "Signer la lettre",
    filters: "Afficher",
    all: "Tous",
    only_organisations: "Organisations",
    only_persons: "Personnes",
    find: "Chercher un nom",
    found: Plural {
        one: Some("{n} nom trouvé"),
        many: Some("{n} de noms trouvés"),
        other: "{n} noms trouvés",
        ..Plural::OTHER
    },
    found_some: "{n} noms pour l’instant. Précisez le nom, ou affichez-en plus.",
    found_none: "Ce nom ne figure pas ici. Essayez une autre graphie, ou une autre partie du nom.",
    order: "Ordre",
    orders: ["Par ordre de signature", "Les plus récentes d’abord", "De A à Z"],
    show_more: "En afficher plus",
    names_failed: "Les noms n’ont pas pu être chargés. Réessayez.",
    verified: "vérifié",
    initiator: "À l’initiative",
    latest: "Dernières signatures :",
    new: "Nouveau",
    stale: "État au {time}",
    closed: "Les signatures sont closes",
    delivered: "Cette lettre a été remise",
    answered: "Cette lettre a reçu une réponse",
    updates: "Actualités",
    read_on: "Lire la suite",
    languages: "Langues",
    share: "Partager",
    copied: "Lien copié",
    withdraw: "Retirer mon nom",
    contact: "Contact",
    privacy: "Confidentialité",
    loading: "Chargement de la lettre…",
    try_again: "Réessayer",
    open_page: "Ouvrir la page de la lettre",
    failures: Failures {
        no_src: "Aucune lettre n’est indiquée ici.",
        network: "La lettre n’a pas pu être jointe.",
        status: "La lettre ne se trouve pas à l’adresse prévue.",
        timeout: "La lettre a mis trop de temps à arriver.",
        too_large: "Ce qui est arrivé est trop volumineux pour être une lettre.",
        not_json: "Ce qui est arrivé à la place de la lettre est illisible.",
        not_a_letter: "La lettre est incomplète et ne peut être affichée.",
        version: "Cette lettre demande une version plus récente de cette page.",
    },
    #[cfg(not(target_arch = "wasm32"))]
    pages: super::texts::Pages {
        all_names: "Tous les noms, page par page",
        earlier: "Signataires précédents",
        later: "Signataires suivants",
        feed: "{title} : nouveaux signataires",
        snippet: "La lettre avec son texte entier, pour votre site. Collez tout ceci à l’endroit de la lettre. Les \
                  lecteurs et les moteurs de recherche sans scripts y trouvent le texte ; pour tous les autres, il est \
                  remplacé par la lettre avec ses signataires et leur nombre, qui restent à jour.",
        snippet_tag: "La lettre en une ligne. Collez-la à l’endroit de la lettre.",
        snippet_pinned: "La lettre en une ligne qui n’exécute que cette version du script. Collez-la à l’endroit de la \
                         lettre ; pour une version plus récente, demandez une nouvelle ligne.",
        snippet_iframe: "La lettre dans un cadre, pour les éditeurs qui retirent les scripts. Changez la hauteur à \
                         votre gré.",
        snippet_badge: "Le nombre de signatures seul, pour une phrase ou une bannière. Il reste à jour.",
    },
};
