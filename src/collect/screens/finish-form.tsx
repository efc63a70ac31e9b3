import { useEffect, useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { newDeviceId } from "../../platform/browser/device.ts";
import { keep, kept } from "../../platform/browser/storage.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { finishWalk } from "../walks/api.ts";
import { HeadsFields, NOTHING_COUNTED } from "../walks/screens/heads-fields.tsx";
import type { Walk } from "./walk-row.ts";
import { words } from "./words.ts";

/** What this person's group has said on this phone, under the id that the desk knows the group by: said again it replaces its own and nobody else's. */
type Said = { readonly group: string; readonly counting: typeof NOTHING_COUNTED };

/** «Avsluta»: heads by group, and it goes the same way as the notes. */
export function FinishForm(props: { phone: Phone; walk: Walk; partnership: string; lang: Lang }) {
  const { phone, walk, partnership, lang } = props;
  const { storage, personId } = phone;
  const name = `finish ${walk.id}`;
  const [counting, setCounting] = useState(NOTHING_COUNTED);
  const [told, setTold] = useState<"saved" | "full">();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void kept<Said>(storage, personId, name).then((said) => said && setCounting(said.counting));
  }, [storage, personId, name]);
  const save = async () => {
    // A thumb that presses twice says it once.
    if (busy) return;
    setBusy(true);
    try {
      const before = await kept<Said>(storage, personId, name);
      const said: Said = { group: before?.group ?? newDeviceId(), counting };
      await keep(storage, personId, name, said);
      const input = { partnership, slug: walk.slug, group: said.group, ...counting, functions: [...walk.functions] };
      const put = await phone.outbox.put({ endpoint: finishWalk, input });
      setTold(put.ok ? "saved" : "full");
    } catch {
      // A group without its id would be counted twice when it says so again.
      setTold("full");
    } finally {
      setBusy(false);
    }
    void phone.outbox.send();
  };
  return (
    <form
      className="wrap page stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SectionHeading heading={say(words.finish, lang)} />
      <p className="quiet">{say(words.headsNote, lang)}</p>
      <HeadsFields value={counting} onChange={setCounting} lang={lang} />
      <Button type="submit" kind="main" wide busy={busy}>
        {say(words.finish, lang)}
      </Button>
      {told === "saved" && <Notice kind="done" heading={say(words.finished, lang)} live />}
      {told === "full" && <Notice kind="error" heading={say(words.phoneFull, lang)} live />}
    </form>
  );
}
