// The door where a class answers: /forum/<code on the board>. One page, no account, no cookie; how often an address answers is not asked, since a school is one; only codes that are not there are counted.
// The page carries a word it is known again by, so that what is sent twice is counted once; what is kept of it is a hash, and until the forum is closed.
import type { Lang } from "../../ground/words.ts";
import type { DoorMeans, OpenDoor, OpenWish } from "../../platform/server/pages.ts";
import { randomWord, sha256Hex } from "../../platform/server/secrets.ts";
import type { ActDatabase } from "../tables.ts";
import { isOpen, readForumCode } from "./forum.ts";
import { isFull, readAnswers, ROUNDS } from "./poll.ts";
import { askingPage, saidPage } from "./screens/pupil.tsx";
import * as store from "./store.ts";

type Served = Awaited<ReturnType<OpenDoor["serve"]>>;

export function forumDoors(means: DoorMeans): readonly OpenDoor[] {
  return [{ name: "act.answer-forum", word: "forum", serve: (wish) => answering(means, wish) }];
}

async function answering(means: DoorMeans, wish: OpenWish): Promise<Served> {
  const { form } = wish;
  const lang: Lang = wish.lang;
  const { assets } = means;
  const look = { lang, css: assets["pupil.css"] ?? "/pupil.css", scripts: [assets["forum-island.ts"] ?? []].flat() };
  const code = readForumCode(wish.path.split("/")[2] ?? "");
  const none = { ...look, place: "" };
  const missing = { status: 404, html: saidPage(none, "missing") };
  // What cannot be a code is a slip of the finger, and tells nobody anything.
  if (code === undefined) return missing;
  const slow = (waitSeconds: number) => ({ status: 429, html: saidPage(none, "waitAMinute"), waitSeconds });
  // Before anything is looked up: otherwise whoever guesses goes on guessing. A page that has an answer waiting sends it again by itself.
  const waiting = await wish.pace.over("forum-guess");
  if (waiting !== undefined) return slow(waiting);
  const served = await means.database.transaction<ActDatabase, Served | undefined>({ as: "system" }, async (tx) => {
    const asked = await store.forumAsked(tx, code, form !== undefined);
    if (asked === undefined) return undefined;
    const { forum, place } = asked;
    const at = { ...look, place };
    const { round } = forum;
    const sent = { status: 200, html: saidPage(at, "sent") };
    const token = form?.get("token") ?? "";
    const tokenHash = sha256Hex(`forum ${forum.id} ${token}`);
    const sentRound = ROUNDS.find((one) => one === form?.get("round"));
    // Sent before, and the answer was lost on its way back: it has been counted, whatever has happened since.
    if (sentRound !== undefined && (await store.isCounted(tx, forum.id, sentRound, tokenHash))) return sent;
    if (round === undefined || !isOpen(forum, means.now())) return { status: 409, html: saidPage(at, "closed") };
    const ask = (status: number) => ({
      status,
      html: askingPage({ ...at, round, questions: forum.questions, token: randomWord() }),
    });
    if (form === undefined) return ask(200);
    // A page that was opened before and is sent after is asked anew: it would be counted as what it is not.
    if (sentRound !== round || !/^[\w-]{22}$/.test(token)) return ask(409);
    if (isFull(forum.band, forum.answers[round])) return { status: 409, html: saidPage(at, "full") };
    const given = readAnswers(forum.questions, (question) => form.get(question));
    await store.countAnswer(tx, { ...asked, round }, tokenHash, given);
    return sent;
  });
  if (served !== undefined) return served;
  const waitSeconds = await wish.pace.count("forum-guess");
  return waitSeconds === undefined ? missing : slow(waitSeconds);
}
