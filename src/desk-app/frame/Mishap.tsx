/** Where a part of the screen breaks, that part alone goes, and says so: what is typed beside it stays. */
import { Component, type ReactNode } from 'react';
import { useWords } from '../words/WordsContext.tsx';

type Props = { children: ReactNode };

/** Another `key` is another try. */
export class Mishap extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return <MishapWords again={() => this.setState({ isBroken: false })} />;
  }
}

function MishapWords({ again }: { again: () => void }) {
  const { w } = useWords();
  return (
    <div className="broken" role="alert">
      <p>{w.frame.mishap}</p>
      <div className="buttons">
        <button type="button" onClick={again}>
          {w.frame.again}
        </button>
        {/* A newer program may have taken the place of the files that this page was made from. */}
        <button type="button" onClick={() => location.reload()}>
          {w.frame.reload}
        </button>
      </div>
    </div>
  );
}
