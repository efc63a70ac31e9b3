import { type Query, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import type { Endpoint, InputOf } from "../../ground/endpoint.ts";
import type { Result } from "../../ground/result.ts";
import { call, type Told } from "./client.ts";

type Out<E> = E extends Endpoint<z.ZodType, infer Output> ? z.output<Output> : never;

export type Answered<T> = { readonly again: () => void } & (
  | { readonly state: "waiting"; readonly value?: undefined }
  | { readonly state: "answered"; readonly value: T }
  | { readonly state: "refused"; readonly refusal: Told; readonly value?: undefined }
  | { readonly state: "offline"; readonly value?: T | undefined }
);

/** What a question was answered, and what there is to show while the network is away. */
export type Heard<T> = { readonly answer: Result<T, Told>; readonly last: T | undefined };

/** What was heard before stays when nothing was heard now, and goes with a no: who may not read it any more does not get it back by losing the network. */
export function heardNow<T>(answer: Result<T, Told>, before: Heard<T> | undefined): Heard<T> {
  if (answer.ok) return { answer, last: answer.value };
  return { answer, last: answer.refusal.status === 0 ? before?.last : undefined };
}

/** Asks a question and keeps asking when something was changed. What was last heard stays on the screen while the network is away. */
export function useAnswer<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { enabled = true }: { enabled?: boolean } = {},
): Answered<Out<E>> {
  const queries = useQueryClient();
  const queryKey = [endpoint.name, input];
  const query = useQuery({
    queryKey,
    queryFn: async () => heardNow(await call(endpoint, input), queries.getQueryData<Heard<Out<E>>>(queryKey)),
    enabled,
    networkMode: "always",
    retry: false,
  });
  const { refetch } = query;
  const again = useCallback(() => void refetch(), [refetch]);
  if (query.data === undefined) return { state: "waiting", again };
  const { answer, last } = query.data;
  if (answer.ok) return { state: "answered", value: answer.value, again };
  return answer.refusal.status === 0
    ? { state: "offline", value: last, again }
    : { state: "refused", refusal: answer.refusal, again };
}

const forTheFirstTime = { predicate: ({ state }: Query) => state.data === undefined };

/**
 * True once every question that was asked when the page came has been answered, and from then on. Until then what stands below the others is shown hidden,
 * or it moves away under the finger that is about to press it.
 */
export function useSettled(): boolean {
  const queries = useQueryClient();
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const look = () => queries.isFetching(forTheFirstTime) === 0 && setSettled(true);
    const unsubscribe = queries.getQueryCache().subscribe(look);
    // Where everything had been heard already nothing more is told.
    const soon = setTimeout(look);
    return () => {
      unsubscribe();
      clearTimeout(soon);
    };
  }, [queries]);
  return settled;
}

/** Carries out a command; afterwards every question on the screen is asked anew. Without network there is nothing new to hear, and what stands on the screen stays. */
export function useCommand<E extends Endpoint>(endpoint: E) {
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const run = useCallback(
    async (input: InputOf<E>, body?: Blob): Promise<Result<Out<E>, Told>> => {
      setBusy(true);
      try {
        const result = await call(endpoint, input, body);
        if (result.ok || result.refusal.status !== 0) await queries.invalidateQueries();
        return result;
      } finally {
        setBusy(false);
      }
    },
    [endpoint, queries],
  );
  return { run, busy };
}
