import { expect, test } from "vitest";
import { textOfPage } from "./page-text.ts";

test.for([
  ["<h1>Löfte 1</h1><p>Det ska gå <b>lång</b>sammare.</p>", "Löfte 1\nDet ska gå långsammare."],
  ["<ul><li>1.1 Polisen</li><li>1.2 Kommunen</li></ul>", "1.1 Polisen\n1.2 Kommunen"],
  ["a<br>b<BR/>c", "a\nb\nc"],
  ["<script>if (a < b) alert('</p>')</script><p>x</p>", "x"],
  ["<head><title>t</title></head><style>p{}</style><p>x</p><!-- <p>y</p> -->z", "x\nz"],
  ["Tryggt p&aring; torget &amp; v&#228;gen&nbsp;&#x2013; &unknown;", "Tryggt på torget & vägen – &unknown;"],
  ["Fler än < 10 och > 3", "Fler än < 10 och > 3"],
  ['<p class="a>b">x</p>', 'b">x'],
  ["<p>x<script>never ends", "x"],
  ["<p>x<!-- never ends", "x"],
  ["<p>x<a href='", "x"],
  ["&#0;&#55296;&#9999999;", ""],
  ["", ""],
] as const)("%s", ([html, text]) => {
  expect(textOfPage(html)).toBe(text);
});

test("a page made to be slow is read all the same", () => {
  for (const part of ["<", "<!--", "<script>", "&#", "<p "])
    expect(textOfPage(part.repeat(400_000)).length).toBeLessThan(2_000_000);
});
