import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/api/client";
import { Latest, overtaken } from "../../src/api/latest";

/** A request that answers when told to, and notes that it was cancelled. */
function held<T>() {
  let answer!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const seen = { cancelled: false, sequence: 0 };
  const request = (signal: AbortSignal, sequence: number) => new Promise<T>((resolve, reject) => {
    seen.sequence = sequence;
    answer = resolve;
    fail = reject;
    signal.addEventListener("abort", () => { seen.cancelled = true; });
  });
  return { request, seen, answer: (value: T) => answer(value), fail: (error: unknown) => fail(error) };
}

describe("only the last request's answer counts", () => {
  it("gives the answer of a request that nothing overtook", async () => {
    const latest = new Latest();
    expect(await latest.run(async () => 7)).toBe(7);
  });

  it("cancels the one before, whose answer is dropped even when it comes last", async () => {
    const latest = new Latest();
    const [slow, quick] = [held<string>(), held<string>()];
    const first = latest.run(slow.request);
    const second = latest.run(quick.request);
    expect(slow.seen.cancelled).toBe(true);
    quick.answer("new");
    slow.answer("old");
    expect(await second).toBe("new");
    expect(await first).toBe(overtaken);
    expect([slow.seen.sequence, quick.seen.sequence]).toEqual([1, 2]);
  });

  it("takes a cancelled request's error for what it is", async () => {
    const latest = new Latest();
    const slow = held<string>();
    const first = latest.run(slow.request);
    const second = latest.run(async () => "new");
    slow.fail(new DOMException("aborted", "AbortError"));
    expect(await first).toBe(overtaken);
    expect(await second).toBe("new");
  });

  it("takes the server's word that a later request overtook it", async () => {
    const refuse = () => Promise.reject(new ApiError(409, "overtaken", undefined, []));
    expect(await new Latest().run(refuse)).toBe(overtaken);
  });

  it("passes on other errors of the last request, and goes on after them", async () => {
    const latest = new Latest();
    await expect(latest.run(() => Promise.reject(new ApiError(429, "busy", undefined, [])))).rejects.toMatchObject({ status: 429 });
    expect(await latest.run(async () => 1)).toBe(1);
  });

  it("drops what it runs when it is told to", async () => {
    const latest = new Latest();
    const slow = held<string>();
    const first = latest.run(slow.request);
    latest.cancel();
    slow.answer("old");
    expect(await first).toBe(overtaken);
  });
});
