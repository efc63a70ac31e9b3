import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { DemoBanner } from "../../ui/demo-banner.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { demoPeople, logIn, logInAsDemo, logInOptions, whoAmI } from "../api.ts";
import { roles, words } from "../words.ts";

/** Log in with a passkey; in the demo also as one of its people, by a click. `next` is where to go afterwards. */
export function LogInScreen({ lang, next, go }: { lang: Lang; next: string; go: (address: string) => void }) {
  const me = useAnswer(whoAmI, {});
  const demo = me.state === "answered" && me.value.demo;
  const ask = useCommand(logInOptions);
  const enter = useCommand(logIn);
  const [sentence, setSentence] = useState<string>();

  const withKey = async () => {
    setSentence(undefined);
    const asked = await ask.run({});
    if (!asked.ok) return setSentence(asked.refusal.sentence);
    try {
      const answer = await startAuthentication({
        optionsJSON: asked.value.options as unknown as PublicKeyCredentialRequestOptionsJSON,
      });
      const entered = await enter.run({
        challengeId: asked.value.challengeId,
        answer: { ...answer, type: "public-key" },
      });
      if (entered.ok) go(next);
      else setSentence(entered.refusal.sentence);
    } catch {
      // The person closed the dialogue, or this device holds no key for us: the same to do either way.
      setSentence(say(words.noKeyHere, lang));
    }
  };

  return (
    <>
      {demo && <DemoBanner lang={lang}>{say(words.demoWhy, lang)}</DemoBanner>}
      <main className="wrap page stack-loose" id="content">
        <PageHeading heading={say(words.logIn, lang)} lead={say(words.logInWhy, lang)} />
        {sentence !== undefined && <Notice kind="error" heading={sentence} live />}
        <Button kind="main" onPress={() => void withKey()} busy={ask.busy || enter.busy}>
          {say(words.logInWithKey, lang)}
        </Button>
        {demo && <DemoPeople lang={lang} next={next} go={go} />}
      </main>
    </>
  );
}

function DemoPeople({ lang, next, go }: { lang: Lang; next: string; go: (address: string) => void }) {
  const list = useAnswer(demoPeople, {});
  const enter = useCommand(logInAsDemo);
  if (list.state !== "answered") return null;
  const people = [...new Map(list.value.people.map((person) => [person.id, person])).values()];
  const places = (id: string) =>
    [...new Set(list.value.people.filter((row) => row.id === id).map(({ partnership }) => partnership))].join(", ");
  return (
    <section>
      <SectionHeading heading={say(words.demoHeading, lang)} />
      <ul className="list">
        {people.map((person) => (
          <li key={person.id} className="list-row-acting">
            <div>
              <b>{person.name}</b>
              <p className="quiet">
                <PartyName party={person.party}>
                  {person.title || say(roles[person.role], lang)}, {places(person.id)}
                </PartyName>
              </p>
            </div>
            <Button
              small
              onPress={() =>
                void enter.run({ personId: person.id }).then((result) => {
                  if (result.ok) go(next);
                })
              }
            >
              {say(words.logInAs, lang, { name: person.name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
