/** A real `jobcast serve` on a free port, with a store of its own. */

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = process.env["JOBCAST_ROOT"] ?? fileURLToPath(new URL("../../../", import.meta.url));
export const binary = resolve(process.env["JOBCAST_BINARY"] ?? join(root, "build/release/app/jobcast"));

export interface Server {
  address: string;
  store: string;
  stop(): Promise<void>;
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once("exit", () => resolve()));
}

/** Starts it and waits for the address that it prints. */
export async function serve(port = 0, folder = mkdtempSync(join(tmpdir(), "jobcast-store-"))): Promise<Server> {
  const store = join(folder, "runs.sqlite");
  const child = spawn(binary, ["serve", "jeongseon-2024", "--port", String(port), "--store", store, "--lang", "en"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const found = /http:\/\/[\w.:[\]]+\d/u.exec(said);
      if (found) resolve(found[0].replace(/\/$/u, ""));
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(`jobcast serve ended: ${said}`)));
    setTimeout(() => reject(new Error(`jobcast serve printed no address: ${said}`)), 20_000).unref();
  });
  return {
    address, store,
    stop: async () => {
      child.kill("SIGTERM");
      await ended(child);
    },
  };
}

/** The command line's own forecast, as a document. */
export function commandLine(...words: string[]): unknown {
  const run = spawnSync(binary, ["forecast", "jeongseon-2024", "--format", "json", ...words], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

export function removeFolder(store: string): void {
  rmSync(join(store, ".."), { recursive: true, force: true });
}
