import { useSyncExternalStore } from 'react';
import { type Language, TEXT } from './language.ts';
import type { Asking, Purpose, WhoAsks } from './who-asks.ts';

interface WhoAsksBarProps {
  readonly whoAsks: WhoAsks;
  readonly language: Language;
}

/** Who asks, why, and with which proof. A change counts from the next query on; nothing is run again. */
export function WhoAsksBar({ whoAsks, language }: WhoAsksBarProps) {
  const text = TEXT[language];
  const { persona, purpose, receipt, problem } = useAsking(whoAsks);
  return (
    <section className="who" aria-label={text.whoAsks}>
      {persona ? (
        <label>
          {text.askAs}{' '}
          <select
            className="control"
            aria-describedby="who-sees"
            value={persona.id}
            onChange={(event) => whoAsks.pick(event.target.value)}
          >
            {whoAsks.personas.map((each) => (
              <option key={each.id} value={each.id}>
                {each[language]}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <label>
          {text.token}{' '}
          <input
            className="control"
            type="password"
            // Browsers offer to keep any other password.
            autoComplete="off"
            aria-describedby="who-sees"
            onChange={(event) => whoAsks.paste(event.target.value)}
          />
        </label>
      )}
      <p id="who-sees" role="status">
        {persona ? text.sees(persona.sees[language]) : text.tokenHint}
      </p>
      <label>
        {text.purpose}{' '}
        <select
          className="control"
          value={purpose ?? ''}
          onChange={(event) => whoAsks.state((event.target.value || null) as Purpose | null)}
        >
          <option value="">{text.noPurpose}</option>
          {Object.entries(text.purposes).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.receipt}{' '}
        <input
          className="control"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={text.receiptFrom}
          value={receipt}
          onChange={(event) => whoAsks.prove(event.target.value)}
        />
      </label>
      <p className="problem" role="alert">
        {problem && text.problems[problem]}
      </p>
    </section>
  );
}

export function useAsking(whoAsks: WhoAsks): Asking {
  return useSyncExternalStore(whoAsks.subscribe, whoAsks.now);
}
