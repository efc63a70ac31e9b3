import { expect, test } from "vitest";
import { csvHeading } from "./csv-heading.ts";

test.each([
  ["commas", "a,b\n1;2;3,4\n", ",", ["a", "b"]],
  ["semicolons, and lines that end as in Windows", "a; b ;c\r\n1;2;3\r\n", ";", ["a", "b", "c"]],
  ["tabs", "a\tb", "\t", ["a", "b"]],
  ["a comma within quotation marks", '"a, in words",b\n', ",", ["a, in words", "b"]],
  ["more commas in quotation marks than columns", '"a, b, c";d\n', ";", ["a, b, c", "d"]],
  ["a line break within quotation marks", '"a\nb",c\n1,2\n', ",", ["a\nb", "c"]],
  ["one column", "a\n", ",", ["a"]],
])("a heading of %s is parted as it is meant", (_name, text, separator, columns) => {
  expect(csvHeading(text)).toEqual({ columns, separator });
});

test("whoever says which character parts the columns is believed", () => {
  expect(csvHeading("a,b;c", ";").columns).toEqual(["a,b", "c"]);
});
