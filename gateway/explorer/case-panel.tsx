import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
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

/** The named cases: choosing one opens a trusted document with its number, and runs it. */
export function CasePanel({ config, language, aside }: CasePanelProps) {
  const text = TEXT[language];
  const byNumber = config.operations.filter(({ takesNumber }) => takesNumber);
  const [operationName, setOperationName] = useState(FIRST_OPERATION);
  const operation = byNumber.find(({ name }) => name === operationName) ?? byNumber[0];
  const [ran, setRan] = useState<Ran>();
  const { isReady, run } = useTabs();

  function runCase(namedCase: NamedCase): void {
    if (!operation) return;
    run({ ...operation, variables: { ...operation.variables, number: namedCase.serviceNumber } });
    setRan({ namedCase, operation });
  }

  // The landing page links to a case by its id: a number does not belong in a URL.
  const [linkedCase] = useState(() => new URLSearchParams(location.search).get('case'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editors are there
  useEffect(() => {
    const namedCase = config.cases.find(({ id }) => id === linkedCase);
    if (isReady && namedCase) runCase(namedCase);
  }, [isReady]);

  return createPortal(
    <>
      <h2>{text.cases}</h2>
      <p>{text.casesHint}</p>
      <label>
        {text.openWith}{' '}
        <select
          className="control"
          value={operation?.name}
          onChange={(event) => setOperationName(event.target.value)}
        >
          {byNumber.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <ul>
        {config.cases.map((namedCase) => (
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
