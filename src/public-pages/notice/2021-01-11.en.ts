// The privacy notice of 11 January 2021 in English, clause by clause.
import type { NoticeText } from "./text";

export const noticeEn: NoticeText = {
  groups: {
    heading: "Whose data we have, in three groups",
    short:
      "We have data of three kinds: our customers', our users', and what comes from our sites and marketing.",
    blocks: [
      "By personal data we mean anything that concerns a person who can be identified. What we do with it depends on which of three groups it belongs to.",
      {
        terms: [
          [
            "Customer Data",
            "Personal data that our customers entrust to us. We analyse it, process it and look after it for them, as part of the services called Zendbox Fulfilment Intelligence (“the services”). It is found in recordings of calls and of video meetings, in transcripts, in e-mails and in other messages and content; and in whatever else a customer hands to us, which includes what reaches us from systems that the customer has connected with the services.",
          ],
          [
            "User Data",
            "Data about the individual people who work with our platform, with the mobile application, or with any other tool or function that belongs to our services (all of these together: “the platform”). It covers their accounts, how they can be contacted, and what they do there.",
          ],
          [
            "Website, CRM and prospect data",
            "Data about our customers, about people who look at our website, about those who attend our events, and about anybody else who might become a customer or a partner and meets us on a website of ours, through online advertising and content, by e-mail or in any other communication that is in our hands (all of these together: “the sites”).",
          ],
        ],
      },
    ],
  },
  voluntary: {
    heading: "Giving us data is up to you",
    short: "No law makes you give us anything. If you would rather not, don't use our services.",
    blocks: [
      "No law obliges you to hand us personal data. Whether you do is your own free choice.",
      "If you would rather that we did not have it, or that neither we nor the service providers who work for us process it, please keep away from our services and do not get in touch with us in any way.",
      "Do you use the platform for one of our customers? Then your account administrator is the best person to ask, whatever your question is.",
    ],
  },
  uses: {
    heading: "What we use data for",
    short:
      "We use User Data and prospect data to deliver, keep our obligations, improve, sell, support and protect.",
    blocks: [
      "This is about two of the groups: User Data, and website, CRM and prospect data. We use them as far as one of these needs it:",
      {
        items: [
          "delivering our services;",
          "meeting obligations that we have by law or by contract;",
          "our legitimate interest in keeping the services running well and making them better: for instance to see how they are used and how well a campaign does, and to learn where our effort and means are best spent;",
          "our legitimate interest in marketing, advertising and selling the services;",
          "our legitimate interest in serving customers and helping them with technical trouble;",
          "our legitimate interest in keeping safe our customers, users, visitors and prospects, the services, and ourselves.",
        ],
      },
    ],
  },
  customerData: {
    heading: "Customer Data is the customer's to decide on",
    short: "With Customer Data we do what the customer tells us, and nothing of our own.",
    blocks: [
      "We process Customer Data, with all the personal data in it, for the customer alone. What may be done with it is set by the customer's reasonable instructions, and in more detail by our Data Processing Addendum and the other commercial contracts that we have with that customer.",
    ],
  },
  mailingList: {
    heading: "The mailing list",
    short:
      "For the newsletter we take your name and e-mail address; the list is not for hire or exchange. Leave whenever you like.",
    blocks: [
      "Whoever subscribes gives us two things: a name and an e-mail address. We need no more than these to send you what is new at Zendbox and which events are coming up, and we ask for no more.",
      "As a subscriber you get a newsletter at regular intervals, with news and facts about our network and our product.",
      "No other company or organisation can hire our list or get it in exchange for something.",
      "You can leave the list whenever you wish: follow the link for unsubscribing at the foot of any mail from us, or write to {address}.",
    ],
  },
  otherSites: {
    heading: "Links that lead elsewhere",
    short: "Other people's websites have rules of their own.",
    blocks: [
      "Some links here take you to websites that are not ours. This notice says nothing about them and does not bind them. To find out what such a site does with your data, read what it says about privacy itself.",
    ],
  },
  access: {
    heading: "Seeing what we have about you",
    short: "You have the right to see your data: write to {address}.",
    blocks: [
      "You have a right to see the personal data that we have about you. To ask for it, write an e-mail to {address}.",
    ],
  },
  changes: {
    heading: "How this notice changes",
    short: "We look this notice over again and again; it carries the date of its last change.",
    blocks: [
      "We look through this notice regularly to see whether it still holds. The date under the title says when it was changed last.",
    ],
  },
};
