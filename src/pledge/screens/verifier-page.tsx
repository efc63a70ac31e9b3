// The whole program of the page that checks signatures (dist/granska.html). It is handed a file by whoever opens it, or with the page; it asks nobody for anything.
import { createRoot } from "react-dom/client";
import { readLang } from "../../ground/words.ts";
import { verify } from "../verify.ts";
import { Verifier } from "./verifier.tsx";

type GivenData = { readonly bundle: string | null; readonly home: string } | null;

const data = JSON.parse(document.getElementById("given")?.textContent ?? "null") as GivenData;
const isFromDisk = location.protocol === "file:";
const checked =
  data === null || data.bundle === null
    ? undefined
    : { verdict: await verify(data.bundle), fileName: `${location.pathname.split("/").slice(2).join("-")}.samsyn` };

const root = document.getElementById("app");
if (root !== null)
  createRoot(root).render(
    <Verifier
      given={{ checked, home: isFromDisk ? undefined : data?.home }}
      startLang={readLang(document.documentElement.lang)}
    />,
  );
