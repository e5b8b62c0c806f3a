import { Component, type ReactNode } from 'react';
import { LoadTrouble } from './loading.tsx';

/** Keeps the frame when a page breaks: search, date and claim stay at hand. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <LoadTrouble error={this.state.error} />;
  }
}
