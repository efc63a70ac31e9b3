import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { TELLING } from "./reactions.ts";

/** What happens inside and shows nowhere outside; the reason is one word away from the event. */
const UNTOLD: Readonly<Record<string, string>> = {
  "person.invited": "people",
  "person.logged-in": "people",
  "person.logged-out": "people",
  "invitation.opened": "people",
  "key.added": "people",
  "key.asked": "people",
  "key.renewal-asked": "people",
  "key.witness-asked": "people",
  "key.witnessed": "people",
  "key.revoked": "people; what was signed by it stands",
  "log-in.asked": "people",
  "role.ended": "people",
  "situation.begun": "a report in work is nobody else's yet",
  "situation.written": "a report in work is nobody else's yet",
  "situation.adopted": "that strangers read it is a decision of its own",
  "owner.asked": "a draft is nobody else's yet; what is signed says who has accepted",
  "owner.accepted": "a draft is nobody else's yet; what is signed says who has accepted",
  "owner.change-proposed": "a draft is nobody else's yet; what is signed says who has accepted",
  "rendering.handed-out": "what is handed out is told where it is put up",
  "published-text.compared": "what others have published is told by them; it is looked at inside",
  "owner.declined": "a draft is nobody else's yet; what is signed says who has accepted",
  "mandate.recorded": "told with the signature that was made by it",
  "mandate.ended": "told with the signature that was made by it",
  "protocol.complemented": "waits until it is published",
  "job.revived": "operations",
  "pledge.file-looked-in": "nothing is changed",
  "file.handed-in": "nothing is changed",
  "file.peeked-at": "nothing is changed",
  "form.read": "nothing is changed",
  "import.tried": "nothing is changed",
  "import.begun": "what was read in is counted in the picture, which is not public",
  "file.let-go": "nothing is changed",
  "import.undo-begun": "what is taken back was counted in the picture, which is not public",
  "import.finished": "what was read in is counted in the picture, which is not public",
  "series.read-in":
    "official statistics are public at their source; what is told of them is told as evidence of a problem",
  "series.reading-undone":
    "official statistics are public at their source; what is told of them is told as evidence of a problem",
  "series.break-noted":
    "official statistics are public at their source; what is told of them is told as evidence of a problem",
  "series.break-taken-back":
    "official statistics are public at their source; what is told of them is told as evidence of a problem",
  "source.registered": "sources are told with what was heard through them",
  "retention.decided": "a rule of one's own house, and what follows of it is told on no page",
  "retention.approved": "a rule of one's own house, and what follows of it is told on no page",
  "retention.held": "a hold changes nothing that is told",
  "retention.let-go": "a hold changes nothing that is told",
  "source.marked": "the number and the mark are for those who answer for the source",
  "walk.stops-set": "a stop is told when a row of a published protocol names it",
  "walk.arranged": "whoever is invited reads the invitation",
  "protocol.points-sent": "the answers are told, not who was asked",
  "point.replied": "the answers are told, not who was asked",
  "observation.noted": "told when the protocol is published, as it stands there",
  "observation.person-reviewed": "told when the protocol is published, as it stands there",
  "sending-right.given": "by which phone a note comes is for those who walk",
  "sending-right.ended": "by which phone a note comes is for those who walk",
  "photo.attached": "photos are not public",
  "campaign.planned": "the form has an address of its own",
  "campaign.opened": "the form has an address of its own",
  "campaign.closed": "the form says so itself",
  "campaign.extended": "the form says so itself",
  "campaign.question-changed": "the form says so itself",
  "campaign.language-kept": "a draft until it is opened",
  "campaign.language-opened": "the form says so itself",
  "campaign.language-closed": "the form says so itself",
  "response.photo-covered": "photos are not public",
  "response.photo-removed": "photos are not public",
  "sent-photo.covered": "photos are not public",
  "sent-photo.removed": "photos are not public",
  "response.read": "whoever has a receipt looks it up",
  "response.typed-in": "whoever has a receipt looks it up",
  "response.typed-in-undone": "whoever has a receipt looks it up",
  "theme.coded": "whoever has a receipt looks it up",
  "theme.showing-decided": "those who answer are asked in the form, which is served as it is",
  "theme.step-told": "whoever has a receipt looks it up",
  "coding.undone": "whoever has a receipt looks it up",
  "measurement.recorded": "told as evidence of a problem, by its kind only",
  "population.recorded": "who has not been heard is the partnership's own question",
  "population.taken-in": "who has not been heard is the partnership's own question",
  "weekly-report.sent": "counted in the picture; nothing public comes of one week",
  "weekly-event.answered": "told to the reporter",
  "weekly-reporter.set": "people",
  "weekly-reporter.ended": "people",
  "weekly-reporter.away": "people",
  "weekly-tree.changed": "what is asked about is not public",
  "complaint.received": "complaints are counted, and who complained gets the answer from the one who took it in",
  "complaint.read": "told to the one who holds the receipt",
  "hearing.noted": "confidential; strangers never see a single hearing",
  "hearing.revised": "confidential; strangers never see a single hearing",
  "staff-dialogue.revised": "own to the organisation",
  "hearing.promise-kept": "told to those who were heard",
  "staff-dialogue.noted": "own to the organisation",
  "passage.shared": "between the two organisations",
  "passage.withdrawn": "between the two organisations",
  "passage.opened": "between the two organisations",
  "walk.viewpoints-noted": "told when it has been walked",
  "sheet-row.typed": "told when the protocol is published, as it stands there",
  "protocol.note-merged": "told when the protocol is published, as it stands there",
  "protocol.note-rewritten": "told when the protocol is published, as it stands there",
  "protocol.note-reviewed": "told when the protocol is published, as it stands there",
  "protocol.registered": "the registry number is the registrar's; the page shows none",
  "problem.raised": "told when it is answered",
  "problem.cause-noted": "causes are not public",
  "problem.cause-changed": "causes are not public",
  "problem.cause-set-aside": "causes are not public",
  "problem.cause-taken-up": "causes are not public",
  "measure.noted": "told when it is promised",
  "measure.changed": "told when it is promised",
  "measure.set-aside": "told when it is promised",
  "problem.half-chosen": "told when it is answered",
  "round.opened": "what is weighed is told when it is answered",
  "round.proposed": "what is weighed is told when it is answered",
  "round.agreed": "what is weighed is told when it is answered",
  "round.answered": "told when the round is closed",
  "score.drafted": "one party's own until both have locked, and never told",
  "scores.locked": "between the two parties: that, not what",
  "amendment.started": "a draft until it is published",
  "draft.changed": "told when it is published",
  "consultation.asked": "told when the other party has said yes",
  "draft.put-aside": "between those who write the draft",
  "draft.read": "nobody is told who has read",
  "comment.written": "between those who write the draft, and never told",
  "comment.answered": "between those who write the draft, and never told",
  "comment.resolved": "between those who write the draft, and never told",
  "comment.reopened": "between those who write the draft, and never told",
  "suggestion.accepted": "the draft is told when it is published; who proposed what is never told",
  "suggestion.declined": "between those who write the draft, and never told",
  "pledge.proposed": "told when it is published",
  "pledge.half-signed": "told when it is published",
  "pledge.signed": "told when it is published",
  "signature.asked": "told when it is published",
  "paper.handed-in": "stays inside; the signature is told when it is published",
  "paper.voucher-asked": "told when it is published",
  "publication.asked": "told when it is published",
  "publication.key-asked": "told when it is published",
  "renewal.item-read": "the fate that comes of it is told",
  "renewal.fate-given": "told with the promise that follows",
  "report.drafted": "told when it is published",
  "report.assessed": "told when it is published",
  "report.written": "told when it is published",
  "report.approved": "told when it is published",
};

/** Every event that a command of any stage can leave, read out of the code: `event: "noun.what-happened"`, or one of two by a condition. */
function eventsLeft(): Set<string> {
  const src = fileURLToPath(new URL("..", import.meta.url));
  const stages = ["partnership", "collect", "picture", "prioritise", "pledge", "act", "follow"];
  const texts = stages.flatMap((stage) =>
    readdirSync(join(src, stage), { recursive: true, encoding: "utf8" })
      // The stage's own rules, and those of its fields.
      .filter((name) => /^([a-z]+\/)?[a-z-]+[.]ts$/.test(name))
      .filter((name) => /^([a-z]+[/\\])?[a-z-]+[.]ts$/.test(name))
      .map((name) => readFileSync(join(src, stage, name), "utf8")),
  );
  const declared = texts.flatMap((text) => [...text.matchAll(/\bevent:\s*([^\n]*(?:\n[^\n]*\?[^\n]*)?)/g)]);
  return new Set(
    declared.flatMap(([, said = ""]) => [...said.matchAll(/"([a-z-]+[.][a-z-]+)"/g)].map(([, name = ""]) => name)),
  );
}

test("what can change what a stranger reads makes the pages anew, and everything else says why it does not", () => {
  const left = [...eventsLeft()].toSorted();
  expect(left.length).toBeGreaterThan(40);
  expect(left).toEqual([...TELLING, ...Object.keys(UNTOLD)].toSorted());
});
