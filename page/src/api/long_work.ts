/** Long work of the server, whose progress comes as server-sent events; read by fetch, which can tell why it was refused. */

import { signal, type Signal } from "@preact/signals";
import { askStream } from "./client";

export interface Work<T> {
  plan: string;
  /** 0 to 1 while it runs. */
  progress: number;
  result?: T;
  /** Why there is none. */
  problem?: unknown;
}

export interface ServerEvent {
  name: string;
  data: string;
}

/** Takes the whole events off the front of a stream's text; what is left waits for more. */
export function eventsOf(text: string): { events: ServerEvent[]; rest: string } {
  const blocks = text.replaceAll("\r\n", "\n").split("\n\n");
  const rest = blocks.pop() ?? "";
  const events = blocks.flatMap((block): ServerEvent[] => {
    const lines = block.split("\n");
    const field = (key: string) => lines.flatMap((line) => (line.startsWith(`${key}:`) ? [line.slice(key.length + 1).replace(/^ /u, "")] : []));
    const data = field("data").join("\n");
    return data === "" ? [] : [{ name: field("event").at(-1) ?? "message", data }];
  });
  return { events, rest };
}

/** One kind of long work; the result stays while its plan does. */
export class LongWork<T> {
  readonly work: Signal<Work<T> | undefined> = signal(undefined);
  private running: AbortController | undefined;

  /** `name`: the last word of its address. */
  constructor(private readonly name: string) {}

  of(plan: string | undefined): Work<T> | undefined {
    return this.work.value?.plan === plan ? this.work.value : undefined;
  }

  async start(plan: string): Promise<void> {
    this.stop();
    const controller = new AbortController();
    this.running = controller;
    const say = (work: Omit<Work<T>, "plan">) => { if (!controller.signal.aborted) this.work.value = { plan, ...work }; };
    say({ progress: 0 });
    try {
      let rest = "";
      for await (const text of askStream(`/plans/${encodeURIComponent(plan)}/${this.name}`, controller.signal)) {
        const read = eventsOf(rest + text);
        rest = read.rest;
        for (const event of read.events) {
          const data = JSON.parse(event.data) as unknown;
          if (event.name === "progress") say({ progress: Math.min((data as { done: number }).done / (data as { of: number }).of, 0.999) });
          if (event.name === "result") { say({ progress: 1, result: data as T }); return; }
          if (event.name === "problem") throw data;
        }
      }
      throw new Error("the stream ended without a result");
    } catch (error) {
      say({ progress: 1, problem: error });
    } finally {
      if (this.running === controller) this.running = undefined;
    }
  }

  stop(): void {
    this.running?.abort();
    this.running = undefined;
    if (this.work.value && !this.work.value.result) this.work.value = undefined;
  }
}
