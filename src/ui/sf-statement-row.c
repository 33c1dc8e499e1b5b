/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-statement-row.h"

#include "base/sf-text.h"
#include "model/sf-judgement-state.h"
#include "ui/sf-chip.h"
#include "ui/sf-line.h"
#include "ui/sf-mark.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SfStatementRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *code;
  GtkWidget *title;
  GtkWidget *safeguarding;
  GtkWidget *concern;
  GtkWidget *chip;

  SfStatement *statement;
};

G_DEFINE_FINAL_TYPE (SfStatementRow, sf_statement_row, GTK_TYPE_LIST_BOX_ROW)

static void
sf_statement_row_class_init (SfStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SF_TYPE_CHIP);
  g_type_ensure (SF_TYPE_LINE);
  g_type_ensure (SF_TYPE_MARK_IMAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sixfold_app/Sixfold/ui/sf-statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SfStatementRow, code);
  gtk_widget_class_bind_template_child (widget_class, SfStatementRow, title);
  gtk_widget_class_bind_template_child (widget_class, SfStatementRow, safeguarding);
  gtk_widget_class_bind_template_child (widget_class, SfStatementRow, concern);
  gtk_widget_class_bind_template_child (widget_class, SfStatementRow, chip);
}

static void
sf_statement_row_init (SfStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sf_chip_set_flat (SF_CHIP (self->chip), TRUE);
  sf_mark_image_set_shape (SF_MARK_IMAGE (self->concern), SF_SHAPE_DOTTED_RING);
}

GtkWidget *
sf_statement_row_new (SfStatement *statement)
{
  SfStatementRow *self = g_object_new (SF_TYPE_STATEMENT_ROW, NULL);

  self->statement = statement;
  gtk_label_set_label (GTK_LABEL (self->code), sf_statement_get_short_code (statement));
  gtk_label_set_label (GTK_LABEL (self->title), sf_statement_get_title (statement));
  gtk_widget_set_visible (self->safeguarding, sf_statement_get_safeguarding (statement));
  return GTK_WIDGET (self);
}

SfStatement *
sf_statement_row_get_statement (SfStatementRow *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT_ROW (self), NULL);

  return self->statement;
}

/* "2" beside its mark where the scale has numerals, the word where it has words. */
static char *
dup_short_label (SfLevel *level, SfScale *scale)
{
  if (sf_scale_get_style (scale) == SF_SCALE_NUMERAL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, sf_level_get_value (level));
  return g_strdup (sf_level_get_label (level));
}

static void
show_level (SfStatementRow *self, SfJudgement *judgement, const char *shut)
{
  SfScale *scale = sf_statement_get_scale (self->statement);
  SfLevel *level = sf_judgement_find_level (judgement, scale);
  gboolean own
      = sf_statement_get_subject (self->statement) == SF_SUBJECT_HEAD
        && sf_group_get_subject (sf_statement_get_group (self->statement)) != SF_SUBJECT_HEAD;

  if (shut != NULL)
    sf_chip_set (SF_CHIP (self->chip), SF_SHAPE_NONE, SF_TONE_NONE, shut);
  else if (level != NULL)
    {
      g_autofree char *label = dup_short_label (level, scale);

      sf_chip_set (SF_CHIP (self->chip), sf_mark_shape_of_level (level), sf_level_get_tone (level),
                   label);
    }
  else if (sf_judgement_get_state (judgement) == SF_STATE_NOT_APPLICABLE)
    sf_chip_set (SF_CHIP (self->chip), SF_SHAPE_NONE, SF_TONE_NONE, _ ("n/a"));
  else
    sf_chip_set (SF_CHIP (self->chip), SF_SHAPE_NONE, SF_TONE_NONE, own ? _ ("head’s own") : "–");
  if (level == NULL || sf_scale_get_style (scale) == SF_SCALE_WORDS)
    gtk_widget_add_css_class (self->chip, "quiet");
  else
    gtk_widget_remove_css_class (self->chip, "quiet");
}

/* Returns: what is said of it, "" where there is nothing */
static char *
show_concern (SfStatementRow *self, const SfSupportMark *mark)
{
  g_autofree char *text = NULL, *sentence = NULL;

  gtk_widget_set_visible (self->concern, mark != NULL);
  if (mark == NULL)
    return g_strdup ("");
  text = sf_support_concern_to_text (mark->concern, &mark->support);
  sentence = sf_text_upper_first (text);
  gtk_widget_set_tooltip_text (self->concern, sentence);
  return g_strdup_printf (", %s", text);
}

void
sf_statement_row_show (SfStatementRow *self,
                       SfJudgement *judgement,
                       const SfSupportMark *mark,
                       const char *lock)
{
  const char *shut = sf_statement_get_subject (self->statement) == SF_SUBJECT_HEAD ? lock : NULL;
  g_autofree char *said = NULL, *name = NULL, *concern = NULL;
  const char *shown;

  g_return_if_fail (SF_IS_STATEMENT_ROW (self));

  show_level (self, judgement, shut);
  said = shut != NULL ? g_strdup (shut)
                      : sf_judgement_to_text (judgement, sf_statement_get_scale (self->statement));
  /* what is seen is said too, unless it is part of what is said anyhow */
  shown = sf_chip_get_text (SF_CHIP (self->chip));
  if (!g_str_equal (shown, "–") && strstr (said, shown) == NULL)
    {
      char *both = g_strdup_printf ("%s, %s", shown, said);

      g_free (said);
      said = both;
    }
  concern = show_concern (self, mark);
  name = g_strdup_printf ("%s %s, %s%s%s", sf_statement_get_short_code (self->statement),
                          sf_statement_get_title (self->statement), said,
                          sf_statement_get_safeguarding (self->statement) ? _ (", safeguarding")
                                                                          : "",
                          concern);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
