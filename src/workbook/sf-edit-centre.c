/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "base/sf-text.h"

/**
 * sf_workbook_add_centre:
 * @self: a workbook
 * @name: its name
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_centre (SfWorkbook *self, const char *name, SfUuid *uuid, GError **error)
{
  GListModel *centres = sf_model_get_list (self->model, SF_TYPE_CENTRE);
  g_autofree char *label = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, NULL, error)
      || !sf_edit_check_line (name, _ ("the centre a name"), error)
      || !sf_text_check_name (name, error))
    return FALSE;
  label = g_strdup_printf (_ ("Added the centre %s"), name);
  step = sf_step_new (label);
  sf_step_insert (step, SF_TYPE_CENTRE, &made);
  sf_step_set_text (step, SF_TYPE_CENTRE, &made, SF_CENTRE_NAME, name);
  sf_step_set_int (step, SF_TYPE_CENTRE, &made, SF_CENTRE_POSITION,
                   g_list_model_get_n_items (centres) + 1);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/**
 * sf_workbook_add_contributor:
 * @self: a workbook
 * @name: a person or group
 * @role: (nullable): what they do
 * @kind: head, leadership, staff, partner, parents, governors or adviser
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_contributor (SfWorkbook *self,
                             const char *name,
                             const char *role,
                             const char *kind,
                             SfUuid *uuid,
                             GError **error)
{
  g_autofree char *label = NULL;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, NULL, error)
      || !sf_edit_check_line (name, _ ("the contributor a name"), error))
    return FALSE;
  if (kind == NULL || sf_vocabulary_find (SF_VOCABULARY_CONTRIBUTOR_KIND, kind) < 0)
    return sf_edit_refuse (error, _ ("Please say what kind of contributor this is."));
  label = g_strdup_printf (_ ("Added the contributor %s"), name);
  step = sf_step_new (label);
  sf_step_insert (step, SF_TYPE_CONTRIBUTOR, &made);
  sf_step_set_text (step, SF_TYPE_CONTRIBUTOR, &made, SF_CONTRIBUTOR_NAME, name);
  sf_step_set_text (step, SF_TYPE_CONTRIBUTOR, &made, SF_CONTRIBUTOR_ROLE, role);
  sf_step_set_text (step, SF_TYPE_CONTRIBUTOR, &made, SF_CONTRIBUTOR_KIND, kind);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/* The column that says since when a record is retired; -1 for one that cannot be. */
static int
retired_column (gpointer record)
{
  return sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "retired_at");
}

static gboolean
set_retired (SfWorkbook *self, gpointer record, gint64 at, const char *format, GError **error)
{
  int column = retired_column (record);
  g_autofree char *title = sf_label_for_record (self->model, record);
  g_autofree char *label = NULL;
  SfStep *step;

  if (!sf_edit_allowed (self, record, error))
    return FALSE;
  if (column < 0)
    return sf_edit_refuse (error, _ ("This cannot be retired."));
  label = g_strdup_printf (format, title);
  step = sf_step_new (label);
  sf_edit_int (step, record, (guint)column, at);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_retire:
 * @self: a workbook
 * @record: (type SfRecord): a centre, contributor, piece of evidence or target
 * @error: return location for an #SfError
 *
 * Takes it out of the lists; what it said stays, and it can be brought back.
 */
gboolean
sf_workbook_retire (SfWorkbook *self, gpointer record, GError **error)
{
  return set_retired (self, record, sf_clock_now (), _ ("Retired %s"), error);
}

gboolean
sf_workbook_restore (SfWorkbook *self, gpointer record, GError **error)
{
  return set_retired (self, record, SF_NULL_INT, _ ("Brought back %s"), error);
}

static gboolean
set_many_retired (
    SfWorkbook *self, GPtrArray *records, gint64 at, const char *label, GError **error)
{
  g_autoptr (SfStep) step = sf_step_new (label);

  for (guint i = 0; i < records->len; i++)
    {
      int column = retired_column (records->pdata[i]);

      if (!sf_edit_allowed (self, records->pdata[i], error))
        return FALSE;
      if (column < 0)
        return sf_edit_refuse (error, _ ("This cannot be retired."));
      sf_edit_int (step, records->pdata[i], (guint)column, at);
    }
  if (records->len > 0)
    sf_workbook_submit (self, g_steal_pointer (&step));
  return TRUE;
}

/**
 * sf_workbook_retire_many:
 * @self: a workbook
 * @records: (element-type SfRecord): what may be retired
 * @error: return location for an #SfError
 *
 * sf_workbook_retire() for many, in one step; all of them or none.
 */
gboolean
sf_workbook_retire_many (SfWorkbook *self, GPtrArray *records, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (records != NULL, FALSE);

  if (records->len == 1)
    return sf_workbook_retire (self, records->pdata[0], error);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Retired %u item", "Retired %u items",
                                        records->len),
                           records->len);
  return set_many_retired (self, records, sf_clock_now (), label, error);
}

gboolean
sf_workbook_restore_many (SfWorkbook *self, GPtrArray *records, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (records != NULL, FALSE);

  if (records->len == 1)
    return sf_workbook_restore (self, records->pdata[0], error);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Brought back %u item",
                                        "Brought back %u items", records->len),
                           records->len);
  return set_many_retired (self, records, SF_NULL_INT, label, error);
}
