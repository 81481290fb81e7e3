import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { forCase, operationFor } from './case-operation.ts';
import {
  type ExplorerConfig,
  type ExplorerOperation,
  FIRST_OPERATION,
  type NamedCase,
} from './explorer-config.ts';
import { type Language, TEXT } from './language.ts';
import { restoreReadyTabs } from './ready-tabs.ts';
import { useTabs } from './use-tabs.ts';

interface CasePanelProps {
  readonly config: ExplorerConfig;
  readonly language: Language;
  /** Where it shows: GraphiQL's state ends at GraphiQL's children, our layout does not. */
  readonly aside: HTMLElement;
}

/** The named cases: choosing one opens the trusted document chosen above, and runs it. */
export function CasePanel({ config, language, aside }: CasePanelProps) {
  const text = TEXT[language];
  const { cases, operations } = config;
  const fitting = operations.filter((operation) => cases.some((each) => forCase(operation, each)));
  const [chosen, setChosen] = useState(FIRST_OPERATION);
  const [ran, setRan] = useState<Ran>();
  const { isReady, run } = useTabs();

  function runCase(namedCase: NamedCase): void {
    const operation = operationFor(namedCase, operations, chosen);
    if (!operation) return;
    run(operation);
    setRan({ namedCase, operation });
    // On a phone it is far below the list.
    document.querySelector('.graphiql-response')?.scrollIntoView({ block: 'nearest' });
  }

  // The landing page links to a case by its id: a number does not belong in a URL.
  const [linkedCase] = useState(() => new URLSearchParams(location.search).get('case'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editors are there
  useEffect(() => {
    const namedCase = cases.find(({ id }) => id === linkedCase);
    if (isReady && namedCase) runCase(namedCase);
  }, [isReady]);

  return createPortal(
    <>
      <h2>{text.cases}</h2>
      <p>{text.casesHint}</p>
      <label>
        {text.openWith}{' '}
        <select className="control" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {fitting.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <ul>
        {cases.map((namedCase) => (
          <li key={namedCase.id}>
            <button
              type="button"
              disabled={!isReady}
              aria-current={ran?.namedCase.id === namedCase.id}
              onClick={() => runCase(namedCase)}
            >
              <b>{namedCase.serviceNumber}</b> {namedCase[language]}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{ran && text.ran(ran.namedCase.serviceNumber, ran.operation.operationName)}</p>
      <p className="foot">
        <button className="control" type="button" onClick={restoreReadyTabs}>
          {text.restore}
        </button>
        <small>
          {text.version} {__VERSION__}
        </small>
      </p>
    </>,
    aside,
  );
}

interface Ran {
  readonly namedCase: NamedCase;
  readonly operation: ExplorerOperation;
}
