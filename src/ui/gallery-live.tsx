// The parts that need script, alive: mounted by the gallery's test in a real browser.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { LiveCharts } from "./gallery-charts.tsx";
import { NumberStepper } from "./number-stepper.tsx";

function Live() {
  const [open, setOpen] = useState(false);
  const [count, setCount] = useState<number | undefined>(1);
  return (
    <main className="wrap page stack">
      <h1>Levande delar</h1>
      <NumberStepper lang="sv" label="Deltagare" value={count} onChange={setCount} />
      <Button blocked="Två anmärkningar är kvar. Lös dem först.">Publicera</Button>
      <Button onPress={() => setOpen(true)}>Ta bort utkastet</Button>
      <Dialog
        lang="sv"
        heading="Ta bort utkastet?"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="main" onPress={() => setOpen(false)}>
              Ta bort utkastet
            </Button>
            <Button onPress={() => setOpen(false)}>Behåll det</Button>
          </>
        }
      >
        <p>Texten går inte att få tillbaka. Det som redan är undertecknat finns kvar.</p>
      </Dialog>
    </main>
  );
}

const place = document.getElementById("app");
if (place !== null) createRoot(place).render(<Live />);
const charts = document.getElementById("charts");
if (charts !== null) createRoot(charts).render(<LiveCharts />);
