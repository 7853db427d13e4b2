/** What a new story may begin with: the templates that came with the program, and those of the house. */
import { isBuiltIn, type Template } from '../../desk/templates.ts';
import { useWords } from '../words/WordsContext.tsx';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { TemplateFields } from './TemplateFields.tsx';
import { emptyWritten, readTemplate, type WrittenTemplate, writtenTemplate } from './template-form.ts';
import { useSetting } from './use-setting.ts';

export function TemplatesForm({ kept, ...section }: SectionProps<Template[]>) {
  const { w } = useWords();
  const setting = useSetting(
    'templates',
    kept,
    (templates: Template[]) => templates.map(writtenTemplate),
    (draft) => draft.map(readTemplate),
  );
  const { draft, set } = setting;
  const put = (id: string, changed: WrittenTemplate | null) =>
    set((before) => before.flatMap((one) => (one.id === id ? (changed ?? []) : one)));
  return (
    <SettingForm {...section} setting={setting} text={w.settings.templatesText}>
      <div className="templates">
        {draft.map((one) => (
          <TemplateFields
            key={one.id}
            template={one}
            setup={section.setup}
            onChange={(changed) => put(one.id, changed)}
            drop={isBuiltIn(one) ? null : () => put(one.id, null)}
          />
        ))}
      </div>
      {section.mayWrite && (
        <button type="button" onClick={() => set([...draft, emptyWritten(draft)])}>
          {w.settings.addTemplate}
        </button>
      )}
    </SettingForm>
  );
}
