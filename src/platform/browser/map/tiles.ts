// A basemap that is one file of tiles (PMTiles): read whole, so that it is there without network too, and opened tile by tile as the map asks.
import { addProtocol } from "maplibre-gl";
import { PMTiles, Protocol, type RangeResponse, type Source } from "pmtiles";
import { TILES } from "./style.ts";

const protocol = new Protocol();
addProtocol("pmtiles", protocol.tile);

class Held implements Source {
  readonly address: string;
  readonly file: Blob;
  constructor(address: string, file: Blob) {
    this.address = address;
    this.file = file;
  }
  getKey(): string {
    return this.address;
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: await this.file.slice(offset, offset + length).arrayBuffer() };
  }
}

/** What the style calls it; undefined where there is no such file. */
export async function openTiles(address: string): Promise<string | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  if (answer?.ok !== true) return undefined;
  protocol.add(new PMTiles(new Held(address, await answer.blob())));
  return `${TILES}${address}`;
}
