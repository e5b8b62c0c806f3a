import type { ReactNode } from 'react';

interface Props {
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that opens the browser's file chooser; the same file may be chosen again. */
export function FileButton({ accept, onFiles, multiple = false, className = 'btn', children }: Props) {
  return (
    <label className={className}>
      {children}
      <input
        className="sr"
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
