import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { askForRoom, isAwayFromWifi, isNearlyFull, knowsWifi, setPhotosOnWifiOnly } from "./device.ts";

const kept = new Map<string, string>();
const on = (navigator: object) => vi.stubGlobal("navigator", navigator);

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("photos wait for wifi", () => {
  test.each([
    ["chosen, on the mobile network", true, { type: "cellular" }, true],
    ["chosen, on wifi", true, { type: "wifi" }, false],
    ["chosen, by cable", true, { type: "ethernet" }, false],
    ["not chosen, on the mobile network", false, { type: "cellular" }, false],
    ["chosen on a device that says nothing of its network", true, undefined, false],
    ["chosen on a device that tells the speed only", true, { effectiveType: "4g" }, false],
  ])("%s: %s", (_name, only, connection, away) => {
    on({ connection });
    setPhotosOnWifiOnly(only);
    expect(isAwayFromWifi()).toBe(away);
  });

  test("nobody is asked to choose where the device cannot tell", () => {
    on({ connection: { effectiveType: "4g" } });
    expect(knowsWifi()).toBe(false);
    on({});
    expect(knowsWifi()).toBe(false);
    on({ connection: { type: "cellular" } });
    expect(knowsWifi()).toBe(true);
  });
});

describe("room in the device", () => {
  const storage = (more: object) => ({
    storage: { persist: async () => true, estimate: async () => ({ quota: 100e6, usage: 10e6 }), ...more },
  });
  test.each([
    ["that is promised", storage({}), { mayBeCleared: false, isNearlyFull: false }],
    ["that is refused", storage({ persist: async () => false }), { mayBeCleared: true, isNearlyFull: false }],
    ["that nobody can be asked for", {}, { mayBeCleared: true, isNearlyFull: false }],
    [
      "for two photos",
      storage({ estimate: async () => ({ quota: 100e6, usage: 98e6 }) }),
      { mayBeCleared: false, isNearlyFull: true },
    ],
  ])("%s", async (_name, navigator, room) => {
    on(navigator);
    expect(await askForRoom()).toEqual(room);
  });

  test("that is not told is taken to be there", async () => {
    on(storage({ estimate: () => Promise.reject(new Error("no")), persist: () => Promise.reject(new Error("no")) }));
    expect(await isNearlyFull()).toBe(false);
    expect((await askForRoom()).mayBeCleared).toBe(true);
  });
});
