// What the pages say in German.
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from "../../viewer/sign-in/password";
import type { Words } from "./words";

export const de: Words = {
  product: "Zendbox Back Office",
  frame: {
    skip: "Zum Inhalt",
    links: "Über diese Seiten",
    notice: "Datenschutzhinweise",
    signIn: "Anmelden",
    language: "Sprache",
    languages: { en: "English", de: "Deutsch" },
    fault: "Nicht erledigt",
  },
  home: {
    title: "Personenbezogene Daten, behandelt wie versprochen",
    lead: "Zendbox Back Office verwahrt die personenbezogenen Daten, mit denen Zendbox arbeitet, und sorgt dafür, dass mit ihnen nur geschieht, was in unseren Datenschutzhinweisen steht.",
    means:
      "Jeder Datensatz hat eine Rechtsgrundlage. Wer ihn liest, tut es für einen benannten Zweck und hinterlässt eine Spur. Was die Hinweise ausschließen, lässt sich hier nicht tun.",
    signIn: "Wo Sie sich anmelden",
    staff: "Wer bei Zendbox arbeitet",
    staffMeans: "Support, Marketing, Datenschutz und Betrieb.",
    staffLink: "In der Konsole anmelden",
    customers: "Wer bei einem unserer Kunden arbeitet",
    customersMeans: "Kontoverwaltung und alle, die die Plattform nutzen.",
    customersLink: "Im Portal anmelden",
    people: "Wenn wir Daten über Sie haben",
    peopleMean:
      "Sie brauchen kein Konto, um zu erfahren, woran Sie sind: In den Hinweisen steht, was wir haben, wozu, und wie Sie danach fragen.",
    peopleLink: "Datenschutzhinweise lesen",
    integrators: "Für die Anbindung",
    integratorsMean:
      "Die GraphQL-Schnittstelle antwortet unter {graphql} auf ein Bearer-Token und zeigt jeder Rolle ein eigenes Schema. Programme erhalten ihre Token unter {token}.",
    alive: "Läuft der Prozess?",
    ready: "Ist er bereit?",
    keys: "Schlüssel, mit denen seine Token signiert sind",
    auditKeys: "Schlüssel, mit denen das Protokoll signiert ist",
  },
  notice: {
    title: "Datenschutzhinweise",
    updated: "Zuletzt geändert am {day}.",
    overview: "Kurz gesagt",
  },
  password: {
    label: "Neues Passwort",
    rule: "{minimum} bis {maximum} beliebige Zeichen, zum Beispiel vier Wörter hintereinander.",
    next: "Zur Anmeldung",
    faults: {
      INVALID: `Geben Sie ein Passwort mit ${PASSWORD_MINIMUM} bis ${PASSWORD_MAXIMUM} beliebigen Zeichen ein, zum Beispiel vier Wörter hintereinander.`,
      LINK_NOT_GOOD:
        "Dieser Link wurde schon benutzt oder ist zu alt. Bitten Sie um einen neuen Link.",
    },
  },
  invitation: {
    title: "Einladung annehmen",
    lead: "Wählen Sie das Passwort, mit dem Sie sich anmelden werden.",
    button: "Annehmen",
    done: "Ihr Passwort ist gesetzt. Sie können sich jetzt damit anmelden.",
    again: "Wer Sie eingeladen hat, kann die Einladung noch einmal senden.",
  },
  reset: {
    title: "Neues Passwort setzen",
    lead: "Sobald es gesetzt ist, enden alle Ihre Sitzungen, und das alte Passwort gilt nicht mehr.",
    button: "Passwort setzen",
    done: "Ihr neues Passwort ist gesetzt, und alle Sitzungen sind beendet. Sie können sich jetzt damit anmelden.",
    again: "Einen neuen Link erhalten Sie dort, wo Sie sich anmelden.",
  },
  failure: {
    home: "Zur ersten Seite",
    code: "So nennen es Programme: {code}, Status {status}.",
    missing: {
      title: "Hier ist nichts",
      means:
        "Vielleicht ist die Adresse falsch geschrieben, oder was hier stand, ist nicht mehr da. Ein Link aus einer E-Mail gilt einmal und nur für begrenzte Zeit.",
    },
    tooOften: {
      title: "Das wurde zu oft versucht",
      means:
        "Es wurde nichts geändert. Warten Sie {seconds} Sekunden, gehen Sie dann zurück und versuchen Sie es noch einmal.",
    },
    away: {
      title: "Wir können gerade nicht antworten",
      means:
        "Es wurde nichts geändert. Warten Sie einige Sekunden, gehen Sie dann zurück und versuchen Sie es noch einmal.",
    },
    fault: {
      title: "Bei uns ist etwas schiefgegangen",
      means:
        "Bitte versuchen Sie es später noch einmal. Geschieht es wieder, nennen Sie dem Support diese Referenz:",
    },
    foreignForm: {
      title: "Dieses Formular kam nicht von unserer Seite",
      means:
        "Es wurde nichts geändert. Öffnen Sie den Link, den Sie erhalten haben, noch einmal und füllen Sie das Formular dort aus.",
    },
    outdated: {
      title: "Diese Datei darf nicht mehr heraus",
      means:
        "Seit sie erstellt wurde, hat jemand darin widersprochen, sich abgemeldet oder wurde gesperrt. Lassen Sie sie neu erstellen.",
    },
    refused: {
      title: "So lässt sich das nicht beantworten",
      means:
        "Es wurde nichts geändert. Gehen Sie zurück und versuchen Sie es von der Seite aus noch einmal, von der Sie kamen.",
    },
  },
};
