import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { acceptInvitation, openInvitation } from "../api.ts";
import { words } from "../words.ts";

type Opened = {
  name: string;
  title: string;
  organisation: string;
  operator: boolean;
  renews: boolean;
  challengeId: string;
  options: Record<string, unknown>;
};

/** What a one-time link opens: who you are to be, and one button that makes the key. */
export function InvitationScreen({ token, lang, go }: { token: string; lang: Lang; go: (address: string) => void }) {
  const open = useCommand(openInvitation);
  const accept = useCommand(acceptInvitation);
  const [opened, setOpened] = useState<Opened>();
  const [sentence, setSentence] = useState<string>();
  const { run } = open;

  useEffect(() => {
    void run({ token }).then((result) => (result.ok ? setOpened(result.value) : setSentence(result.refusal.sentence)));
  }, [run, token]);

  const create = async (invitation: Opened) => {
    setSentence(undefined);
    try {
      const answer = await startRegistration({
        optionsJSON: invitation.options as unknown as PublicKeyCredentialCreationOptionsJSON,
      });
      const result = await accept.run({
        token,
        challengeId: invitation.challengeId,
        answer: { ...answer, type: "public-key" },
      });
      if (result.ok) return go("/oversikt");
      setSentence(result.refusal.sentence);
    } catch {
      setSentence(say(words.keyFailed, lang));
    }
    const again = await run({ token });
    if (again.ok) setOpened(again.value);
  };

  return (
    <main className="wrap page stack-loose" id="content">
      {sentence !== undefined && <Notice kind="error" heading={sentence} live />}
      {opened === undefined && sentence === undefined && <Loading text={say(words.openingLink, lang)} />}
      {opened !== undefined && (
        <>
          <PageHeading
            heading={say(words.welcome, lang, { name: opened.name })}
            lead={
              opened.renews
                ? say(words.renewsLead, lang)
                : opened.operator
                  ? say(words.invitedOperator, lang)
                  : say(words.invitedAs, lang, { title: opened.title, organisation: opened.organisation })
            }
          />
          <p>{say(words.logInWhy, lang)}</p>
          <Button kind="turn" onPress={() => void create(opened)} busy={accept.busy}>
            {say(opened.renews ? words.createNewKey : words.createKey, lang)}
          </Button>
        </>
      )}
    </main>
  );
}
