// Which subscribers exist for whom: those to whom the newsletter may go, for marketing and its tools.
import { defineScope } from "../access/scope";
import { permitted } from "../lawfulness/gate";

defineScope("subscribers", {
  MARKETING: (viewer) => permitted(viewer, "SUBSCRIBER"),
  CONTACT_SYNC: (viewer) => permitted(viewer, "SUBSCRIBER"),
});
