// Reading QR codes with the phone's camera, where the browser can: nothing is kept of the picture, and nothing is sent.

type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type DetectorMaker = {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};
const maker = () => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
/** Between two looks; codes stand still for longer. */
const EVERY = 150;

export async function canScan(): Promise<boolean> {
  const hasCamera = (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia !== undefined;
  const formats = await maker()
    ?.getSupportedFormats()
    .catch((): readonly string[] => []);
  return hasCamera && formats?.includes("qr_code") === true;
}

/** Shows the camera in the video and tells every code it sees; the function given back ends it. Throws where the camera is not given. */
export async function scan(video: HTMLVideoElement, onCode: (text: string) => void): Promise<() => void> {
  const Made = maker();
  if (Made === undefined) throw new Error("This browser reads no codes");
  const detector = new Made({ formats: ["qr_code"] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.srcObject = stream;
  await video.play();
  let ended = false;
  const look = async () => {
    if (ended) return;
    for (const { rawValue } of await detector.detect(video).catch(() => [])) if (!ended) onCode(rawValue);
    setTimeout(() => void look(), EVERY);
  };
  void look();
  return () => {
    ended = true;
    for (const track of stream.getTracks()) track.stop();
  };
}
