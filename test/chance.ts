// Before each test file: on the gate the properties are tried with the same chance every time, so that red is red again; elsewhere with new chance, so that they go on finding.
import fc from "fast-check";

if (process.env["CI"] !== undefined) fc.configureGlobal({ seed: 20_220_421 });
