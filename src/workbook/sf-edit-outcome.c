/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

#include "base/sf-text.h"
#include "model/sf-shipped-measure.h"

#include <math.h>

/* Outcome data: the measures and the groups of families. */

/* After the last of its kind, the retired ones among them. */
static gint64
find_position (SfWorkbook *self, GType type, guint centre_column, guint column, SfCentre *centre)
{
  g_autoptr (GPtrArray) all = sf_model_list_referring (self->model, type, centre_column, centre);
  gint64 position = 0;

  for (guint i = 0; i < all->len; i++)
    position = MAX (position, sf_record_get_int (all->pdata[i], column));
  return position + 1;
}

static SfStep *
begin_measure (SfWorkbook *self,
               SfCentre *centre,
               const char *title,
               const char *kind,
               const char *period,
               SfUuid *made)
{
  g_autofree char *label = g_strdup_printf (_ ("Added the measure %s"), title);
  SfStep *step = sf_step_new (label);

  sf_step_insert (step, SF_TYPE_MEASURE, made);
  sf_step_set_ref (step, SF_TYPE_MEASURE, made, SF_MEASURE_CENTRE, centre);
  sf_step_set_text (step, SF_TYPE_MEASURE, made, SF_MEASURE_TITLE, title);
  sf_step_set_text (step, SF_TYPE_MEASURE, made, SF_MEASURE_KIND, kind);
  sf_step_set_text (step, SF_TYPE_MEASURE, made, SF_MEASURE_PERIOD, period);
  sf_step_set_text (step, SF_TYPE_MEASURE, made, SF_MEASURE_DIRECTION, "up");
  sf_step_set_int (step, SF_TYPE_MEASURE, made, SF_MEASURE_FULL_COUNT, 0);
  sf_step_set_int (step, SF_TYPE_MEASURE, made, SF_MEASURE_POSITION,
                   find_position (self, SF_TYPE_MEASURE, SF_MEASURE_CENTRE, SF_MEASURE_POSITION,
                                  centre));
  return step;
}

/**
 * sf_workbook_add_measure:
 * @self: a workbook
 * @centre: the centre that counts it
 * @title: what is counted
 * @kind: proportion, count or mean
 * @period: month, quarter, term, year or school-year
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 *
 * A measure of the centre's own.
 */
gboolean
sf_workbook_add_measure (SfWorkbook *self,
                         SfCentre *centre,
                         const char *title,
                         const char *kind,
                         const char *period,
                         SfUuid *uuid,
                         GError **error)
{
  SfUuid made;

  if (!sf_edit_allowed (self, centre, error)
      || !sf_edit_check_line (title, _ ("the measure a title"), error))
    return FALSE;
  if (sf_vocabulary_find (SF_VOCABULARY_MEASURE_KIND, kind) < 0)
    return sf_edit_refuse (error, _ ("A measure is a proportion, a count or a mean."));
  if (sf_vocabulary_find (SF_VOCABULARY_MEASURE_PERIOD, period) < 0)
    return sf_edit_refuse (
        error, _ ("A measure is read every month, quarter, term, year or school year."));
  sf_workbook_submit (self, begin_measure (self, centre, title, kind, period, &made));
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/**
 * sf_workbook_take_measure:
 * @self: a workbook
 * @centre: the centre that counts it
 * @id: a measure of the list that comes with the program
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 *
 * What is taken is the centre's own from then on and may be changed.
 */
gboolean
sf_workbook_take_measure (
    SfWorkbook *self, SfCentre *centre, const char *id, SfUuid *uuid, GError **error)
{
  const SfShippedMeasure *shipped = sf_shipped_measures_find (id);
  SfStep *step;
  SfUuid made;

  if (!sf_edit_allowed (self, centre, error))
    return FALSE;
  if (shipped == NULL)
    return sf_edit_refuse (error, _ ("There is no such measure in the list."));
  step = begin_measure (self, centre, shipped->title, shipped->kind, shipped->period, &made);
  sf_step_set_text (step, SF_TYPE_MEASURE, &made, SF_MEASURE_SHIPPED, shipped->id);
  sf_step_set_text (step, SF_TYPE_MEASURE, &made, SF_MEASURE_EXPLANATION, shipped->explanation);
  sf_step_set_text (step, SF_TYPE_MEASURE, &made, SF_MEASURE_UNIT, shipped->unit);
  sf_step_set_text (step, SF_TYPE_MEASURE, &made, SF_MEASURE_DIRECTION, shipped->direction);
  sf_step_set_text (step, SF_TYPE_MEASURE, &made, SF_MEASURE_SOURCE, shipped->source);
  sf_step_set_int (step, SF_TYPE_MEASURE, &made, SF_MEASURE_FULL_COUNT, shipped->full_count);
  sf_step_set_real (step, SF_TYPE_MEASURE, &made, SF_MEASURE_AIM, shipped->aim);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/**
 * sf_workbook_add_family_group:
 * @self: a workbook
 * @centre: the centre
 * @shipped: (nullable): a word of %SF_VOCABULARY_TARGET_GROUP
 * @title: (nullable): what it is called; where it is blank the list's own words
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_family_group (SfWorkbook *self,
                              SfCentre *centre,
                              const char *shipped,
                              const char *title,
                              SfUuid *uuid,
                              GError **error)
{
  g_autofree char *label = NULL;
  SfStep *step;
  SfUuid made;

  if (!sf_edit_allowed (self, centre, error))
    return FALSE;
  if (shipped != NULL && sf_vocabulary_find (SF_VOCABULARY_TARGET_GROUP, shipped) < 0)
    return sf_edit_refuse (error, _ ("There is no such group in the list."));
  if (shipped != NULL && sf_text_is_blank (title))
    title = sf_vocabulary_get_label (SF_VOCABULARY_TARGET_GROUP, shipped);
  if (!sf_edit_check_line (title, _ ("the group a title"), error))
    return FALSE;
  label = g_strdup_printf (_ ("Added the group %s"), title);
  step = sf_step_new (label);
  sf_step_insert (step, SF_TYPE_FAMILY_GROUP, &made);
  sf_step_set_ref (step, SF_TYPE_FAMILY_GROUP, &made, SF_FAMILY_GROUP_CENTRE, centre);
  sf_step_set_text (step, SF_TYPE_FAMILY_GROUP, &made, SF_FAMILY_GROUP_SHIPPED, shipped);
  sf_step_set_text (step, SF_TYPE_FAMILY_GROUP, &made, SF_FAMILY_GROUP_TITLE, title);
  sf_step_set_int (step, SF_TYPE_FAMILY_GROUP, &made, SF_FAMILY_GROUP_POSITION,
                   find_position (self, SF_TYPE_FAMILY_GROUP, SF_FAMILY_GROUP_CENTRE,
                                  SF_FAMILY_GROUP_POSITION, centre));
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}
