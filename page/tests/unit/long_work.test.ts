import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/api/client";
import { eventsOf, LongWork } from "../../src/api/long_work";

const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** A server that sends these texts, then ends or stays open until it is left. */
function answering(texts: string[], open = false): { left: () => boolean } {
  let left = false;
  vi.stubGlobal("fetch", (_: string, asked: { signal: AbortSignal }) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
        if (!open) controller.close();
        asked.signal.addEventListener("abort", () => { left = true; controller.error(new DOMException("left", "AbortError")); });
      },
    });
    return Promise.resolve(new Response(body, { status: 200 }));
  });
  return { left: () => left };
}
afterEach(() => vi.unstubAllGlobals());

describe("server-sent events", () => {
  it("are taken whole, and what is cut off waits for the rest", () => {
    const first = eventsOf(`${event("progress", { done: 1 })}event: res`);
    expect(first.events).toEqual([{ name: "progress", data: '{"done":1}' }]);
    expect(eventsOf(`${first.rest}ult\ndata: {\ndata: }\n\n`)).toEqual({ events: [{ name: "result", data: "{\n}" }], rest: "" });
  });

  it("are read past comments and with either line end", () => {
    expect(eventsOf(": alive\n\nevent: a\r\ndata: 1\r\n\r\n").events).toEqual([{ name: "a", data: "1" }]);
  });
});

describe("long work", () => {
  it("shows its progress, then its result", async () => {
    const [one, two] = [event("progress", { done: 1, of: 4 }), event("result", { found: 7 })];
    answering([one.slice(0, 20), one.slice(20) + two.slice(0, 9), two.slice(9)]);
    const work = new LongWork<{ found: number }>("sensitivity");
    const seen: number[] = [];
    const stop = work.work.subscribe((now) => { if (now) seen.push(now.progress); });
    await work.start("a");
    stop();
    expect(seen).toEqual([0, 0.25, 1]);
    expect(work.of("a")?.result).toEqual({ found: 7 });
    expect(work.of("b")).toBeUndefined();
  });

  it("keeps why it was refused, and what it said itself when it failed", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}", { status: 429 })));
    const work = new LongWork<unknown>("sensitivity");
    await work.start("a");
    expect(work.of("a")?.problem).toBeInstanceOf(ApiError);
    expect((work.of("a")?.problem as ApiError).status).toBe(429);
    answering([event("problem", { error: { message: { ko: "안 됨", en: "no" } } })]);
    await work.start("a");
    expect(work.of("a")?.problem).toEqual({ error: { message: { ko: "안 됨", en: "no" } } });
    answering([event("progress", { done: 1, of: 2 })]);
    await work.start("a");
    expect(work.of("a")?.problem).toBeDefined();
  });

  it("leaves the server when it is stopped, and forgets what was under way", async () => {
    const server = answering([event("progress", { done: 1, of: 2 })], true);
    const work = new LongWork<unknown>("sensitivity");
    const running = work.start("a");
    await vi.waitFor(() => expect(work.of("a")?.progress).toBe(0.5));
    work.stop();
    await running;
    expect(server.left()).toBe(true);
    expect(work.work.value).toBeUndefined();
  });
});
