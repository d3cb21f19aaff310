// The privacy notice of 11 January 2021 in German, clause by clause.
import type { NoticeText } from "./text";

export const noticeDe: NoticeText = {
  groups: {
    heading: "Wessen Daten wir haben: drei Gruppen",
    short:
      "Wir haben Daten dreierlei Art: von unseren Kunden, von Nutzenden der Plattform und aus Website und Marketing.",
    blocks: [
      "Personenbezogen nennen wir alle Daten über einen Menschen, der sich bestimmen lässt. Was wir mit ihnen tun, hängt davon ab, zu welcher von drei Gruppen sie gehören.",
      {
        terms: [
          [
            "Kundendaten (Customer Data)",
            "Personenbezogene Daten, die unsere Kunden uns anvertrauen. Wir werten sie aus, verarbeiten und verwalten sie für die Kunden, im Rahmen der Dienste namens Zendbox Fulfilment Intelligence („die Dienste“). Sie stecken in Aufzeichnungen von Anrufen und Videotreffen, in Abschriften, in E-Mails und in anderen Nachrichten und Inhalten; und in allem, was ein Kunde uns sonst übergibt, auch über Systeme, die er mit den Diensten verbunden hat.",
          ],
          [
            "Nutzerdaten (User Data)",
            "Daten über die einzelnen Menschen, die unsere Plattform, die mobile Anwendung oder andere Werkzeuge und Funktionen aus unseren Diensten benutzen (alles zusammen: „die Plattform“). Dazu gehören ihr Konto, ihre Kontaktangaben und was sie dort tun.",
          ],
          [
            "Daten aus Website, Kundenpflege und Interessentenkreis (Website, CRM & Prospect Data)",
            "Daten über unsere Kunden, über Menschen, die unsere Website besuchen oder an unseren Veranstaltungen teilnehmen, und über alle, die Kunde oder Partner werden könnten und uns begegnen: auf einer unserer Websites, über Anzeigen und Inhalte im Netz, per E-Mail oder bei anderen Mitteilungen, über die wir bestimmen (alles zusammen: „die Auftritte“).",
          ],
        ],
      },
    ],
  },
  voluntary: {
    heading: "Ob Sie uns Daten geben, entscheiden Sie",
    short:
      "Kein Gesetz verlangt, dass Sie uns Daten geben. Wenn Sie das nicht möchten, nutzen Sie unsere Dienste nicht.",
    blocks: [
      "Sie sind gesetzlich nicht verpflichtet, uns personenbezogene Daten zu geben. Ob Sie es tun, steht Ihnen völlig frei.",
      "Wenn Sie nicht möchten, dass wir sie haben oder dass wir oder die Dienstleister, die für uns arbeiten, sie verarbeiten, dann nehmen Sie bitte in keiner Weise Kontakt mit uns auf und nutzen Sie unsere Dienste nicht.",
      "Nutzen Sie die Plattform für einen unserer Kunden? Dann fragen Sie am besten die Person, die bei Ihnen das Konto verwaltet, worum es auch geht.",
    ],
  },
  uses: {
    heading: "Wozu wir Daten verwenden",
    short:
      "Nutzerdaten und Daten von Interessierten dienen dazu, zu leisten, Pflichten zu erfüllen, besser zu werden, zu verkaufen, zu helfen und zu schützen.",
    blocks: [
      "Hier geht es um zwei der Gruppen: um Nutzerdaten und um Daten aus Website, Kundenpflege und Interessentenkreis. Wir verwenden sie, soweit eines davon es erfordert:",
      {
        items: [
          "unsere Dienste zu erbringen;",
          "Pflichten zu erfüllen, die wir aus Gesetz oder Vertrag haben;",
          "unser berechtigtes Interesse, die Dienste in gutem Stand zu halten und zu verbessern: etwa zu erkennen, wie sie genutzt werden und wie gut eine Kampagne läuft, und zu lernen, wo unsere Arbeit und unsere Mittel am meisten bewirken;",
          "unser berechtigtes Interesse, für die Dienste zu werben, sie bekannt zu machen und zu verkaufen;",
          "unser berechtigtes Interesse, Kunden zu betreuen und bei technischen Schwierigkeiten zu helfen;",
          "unser berechtigtes Interesse, unsere Kunden, Nutzenden, Besuchenden und Interessierten, die Dienste und uns selbst zu schützen.",
        ],
      },
    ],
  },
  customerData: {
    heading: "Über Kundendaten bestimmt der Kunde",
    short: "Mit Kundendaten tun wir, was der Kunde uns aufträgt, und nichts für uns selbst.",
    blocks: [
      "Kundendaten und alle personenbezogenen Daten darin verarbeiten wir allein für den Kunden. Was damit geschehen darf, bestimmen seine angemessenen Weisungen und im Einzelnen unser Auftragsverarbeitungsvertrag (Data Processing Addendum) und die weiteren geschäftlichen Verträge mit ihm.",
    ],
  },
  mailingList: {
    heading: "Der Newsletter",
    short:
      "Für den Newsletter nehmen wir Ihren Namen und Ihre E-Mail-Adresse; die Liste wird weder vermietet noch getauscht. Sie können sich jederzeit abmelden.",
    blocks: [
      "Wer ihn bestellt, gibt uns zwei Angaben: einen Namen und eine E-Mail-Adresse. Mehr brauchen wir nicht, um Ihnen zu schreiben, was es bei Zendbox Neues gibt und welche Veranstaltungen anstehen, und mehr verlangen wir nicht.",
      "Sie erhalten dann in regelmäßigen Abständen einen Newsletter mit Neuem und Wissenswertem über unser Netzwerk und unser Produkt.",
      "Kein anderes Unternehmen und keine andere Organisation kann unsere Liste mieten oder gegen etwas eintauschen.",
      "Sie können sich jederzeit abmelden: über den Abmeldelink am Ende jeder unserer Mails oder mit einer Nachricht an {address}.",
    ],
  },
  otherSites: {
    heading: "Links, die woandershin führen",
    short: "Auf den Websites anderer gelten deren eigene Regeln.",
    blocks: [
      "Manche Links hier führen auf Websites, die nicht unsere sind. Für sie sagt diese Seite nichts, und sie bindet sie nicht. Was eine solche Website mit Ihren Daten tut, lesen Sie in dem, was sie selbst zum Datenschutz schreibt.",
    ],
  },
  access: {
    heading: "Erfahren, was wir über Sie haben",
    short: "Sie haben ein Recht darauf, Ihre Daten zu sehen: Schreiben Sie an {address}.",
    blocks: [
      "Sie haben ein Recht darauf, die personenbezogenen Daten zu sehen, die wir über Sie haben. Schreiben Sie dazu eine E-Mail an {address}.",
    ],
  },
  changes: {
    heading: "Wie sich diese Hinweise ändern",
    short:
      "Wir sehen diese Hinweise regelmäßig durch; das Datum sagt, wann sie zuletzt geändert wurden.",
    blocks: [
      "Wir prüfen regelmäßig, ob diese Hinweise noch stimmen. Das Datum unter der Überschrift sagt, wann sie zuletzt geändert wurden.",
    ],
  },
};
