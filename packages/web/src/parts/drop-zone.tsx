import { type DragEvent, type ReactNode, useState } from 'react';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  readonly says: string;
  readonly children: ReactNode;
}

/** Takes files dropped anywhere on it; there is always a button that does the same. */
export function DropZone({ onFiles, says, children }: Props) {
  const [over, setOver] = useState(false);
  const hasFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      className="dropzone"
      data-over={over || undefined}
      data-says={says}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
    </div>
  );
}
