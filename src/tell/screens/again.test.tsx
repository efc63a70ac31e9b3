// A promise said again in plain and easy Swedish: a choice beside the words that hold, told as older where the promise has changed since.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type Content, contentField, signedText } from "../../pledge/document.ts";
import { writtenFor } from "../../pledge/easy.ts";
import type { ToldDocument } from "../site.ts";
import { ChooseWords, SaidAgainText, saidAgainIn } from "./again.tsx";

const BARE: Content = contentField.parse({
  title: "Medborgarlöfte Ockelbo",
  parties: [{ standing: "municipality", name: "Ockelbo kommun" }],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2028" } },
  basis: [],
  pledges: [1, 2].map((order) => ({
    id: `018f0000-0000-7000-8000-00000000000${order}`,
    order,
    text: `Vi åtar oss att verka för belysning ${order}.`,
    theme: "trygghet",
    owner: "joint",
    problemIds: [],
    activities: [],
  })),
  sources: [],
});
const [first, second] = BARE.pledges;
const EASY: Content = {
  ...BARE,
  pledges: [{ ...first!, easyRead: writtenFor(first!, "Det ska vara ljust.\nVi sätter upp lampor.")! }, second!],
};
const told = (content: Content) =>
  ({ slug: "2028-2030", evidence: { text: signedText(content) } }) as unknown as ToldDocument;
const site = { slug: "ockelbo" };
const chosen = (content: Content, now?: "plain" | "easyRead") => {
  const document = told(content);
  return renderToStaticMarkup(<ChooseWords site={site} document={document} held={document} now={now} lang="sv" />);
};
const read = (content: Content, isPreview = false) => {
  const document = told(content);
  return renderToStaticMarkup(
    <SaidAgainText site={site} document={document} held={document} now="easyRead" lang="sv" isPreview={isPreview} />,
  );
};

describe("the choice", () => {
  test("is there where something is said again, each by its address, and says which is read", () => {
    expect(saidAgainIn(told(EASY))).toEqual(["easyRead"]);
    expect(chosen(EASY)).toContain('href="/ockelbo/medborgarlofte/2028-2030/lattlast"');
    expect(chosen(EASY)).not.toContain("klarsprak");
    expect(chosen(EASY, "easyRead")).toContain('<b aria-current="page">Lättläst</b>');
  });

  test("is not there where nothing is", () => {
    expect(chosen(BARE)).toBe("");
    expect(saidAgainIn({} as ToldDocument)).toEqual([]);
  });
});

describe("the text", () => {
  test("stands line by line with the way to the words that hold, and says where there is none", () => {
    const html = read(EASY);
    expect(html).toContain("Det ska vara ljust.</p>");
    expect(html).toContain("Det är löftets ord som gäller.");
    expect(html).toContain('href="/ockelbo/medborgarlofte/2028-2030#lofte-1"');
    expect(html.match(/Det här löftet finns bara med löftets ord/g)).toHaveLength(1);
    expect(html).not.toContain("har ändrats sedan");
  });

  test("has no way to a page that is not out yet, where those who publish read it", () => {
    expect(read(EASY, true)).toContain("Det ska vara ljust.</p>");
    expect(read(EASY, true)).not.toContain("href=");
  });

  test("says that the promise has changed since it was written", () => {
    const [easy] = EASY.pledges;
    const changed = { ...EASY, pledges: [{ ...easy!, text: "Vi åtar oss något annat." }, second!] };
    expect(read(changed)).toContain("Löftet har ändrats sedan den lättlästa texten skrevs.");
  });
});
