import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "./settings.ts";

describe("settings", () => {
  test("an empty environment serves the demo on port 3000 with the embedded database", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      port: 3000,
      demo: true,
      databaseUrl: undefined,
      origin: "http://localhost:3000",
      rpId: "localhost",
    });
  });

  test.each([
    ["PORT", "trettio", "portnummer"],
    ["PORT", "99999", "portnummer"],
    ["DATABASE_URL", "mysql://a:hemligt@b/c", "postgres://"],
    ["SAMSYN_ORIGIN", "samsyn.ockelbo.se", "hela adressen"],
    ["SAMSYN_DEMO", "nej", "1 eller 0"],
    ["SAMSYN_POLICE_FEED", "curl", "User-Agent"],
    ["SAMSYN_TIME_STAMP_URL", "tsa.example.se", "tidsstämplingstjänst"],
    ["SAMSYN_SMTP_URL", "post.ockelbo.se hemligt", "e-postserver"],
    ["SAMSYN_SMTP_URL", "smtp://a:hemligt@post.ockelbo.se", "SAMSYN_MAIL_FROM hör ihop"],
    ["SAMSYN_MAIL_FROM", "Samsyn", "breven kommer från"],
    ["SAMSYN_READ_PUBLISHED", "ja", "1 eller 0"],
    ["SAMSYN_DATTA", "x", "Menade du SAMSYN_DATA"],
    ["SAMSYN_RIGIN", "x", "Menade du SAMSYN_ORIGIN"],
    ["DATABSE_URL", "postgres://a:hemligt@b/c", "Menade du DATABASE_URL"],
  ])("%s=%s is told in a sentence", (name, value, words) => {
    let said = "";
    try {
      readSettings({ [name]: value });
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      said = error.message;
    }
    expect(said).toContain(name);
    expect(said).toContain(words);
    expect(said).not.toContain("hemligt");
  });

  test("all that is wrong is told at once", () => {
    expect(() => readSettings({ PORT: "x", SAMSYN_DEMO: "x" })).toThrow(/PORT[\s\S]*SAMSYN_DEMO/);
  });
});
