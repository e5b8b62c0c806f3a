import type { ReactNode } from 'react';

interface Props {
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that opens the browser's file chooser; the same file may be chosen again. */
export function FileButton({ accept, onFile, className = 'btn', children }: Props) {
  return (
    <label className={className}>
      {children}
      <input
        className="sr"
        type="file"
        accept={accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
