/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-context.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "model/sf-plan.h"
#include "model/sf-sealed.h"
#include "ui/sf-string.h"

struct _SfContext
{
  GObject parent_instance;

  SfWorkbook *workbook;
  SfEvaluation *evaluation;
  GSettings *settings;
  SfHeldList *held;
  SfWordingPack *wording_pack;
  char *wording_path;
};

G_DEFINE_FINAL_TYPE (SfContext, sf_context, G_TYPE_OBJECT)

enum
{
  PROP_WORKBOOK = 1,
  PROP_EVALUATION,
  PROP_WORDING_PACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  GO,
  GO_FIELD,
  SAY,
  OFFER,
  REPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SCHEMA_ID "io.github.sixfold_app.Sixfold"

/**
 * sf_context_new:
 * @workbook: an open workbook; the context keeps a reference
 *
 * Returns: (transfer full): a context, which looks at the latest evaluation of the first centre
 */
SfContext *
sf_context_new (SfWorkbook *workbook)
{
  g_return_val_if_fail (SF_IS_WORKBOOK (workbook), NULL);

  return g_object_new (SF_TYPE_CONTEXT, "workbook", workbook, NULL);
}

SfWorkbook *
sf_context_get_workbook (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);
  return self->workbook;
}

SfModel *
sf_context_get_model (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);
  return sf_workbook_get_model (self->workbook);
}

SfEvaluation *
sf_context_get_evaluation (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);
  return self->evaluation;
}

/* The path that the settings name for the framework looked at. */
static char *
dup_wording_path (SfContext *self)
{
  SfFramework *framework = sf_context_get_framework (self);
  g_autoptr (GVariant) pairs = NULL;
  GVariantIter iter;
  const char *id, *path;

  if (!self->settings || !framework)
    return NULL;
  pairs = g_settings_get_value (self->settings, "framework-wording");
  g_variant_iter_init (&iter, pairs);
  while (g_variant_iter_next (&iter, "(&s&s)", &id, &path))
    if (g_str_equal (id, sf_framework_get_id (framework)))
      return g_strdup (path);
  return NULL;
}

static void
update_wording_pack (SfContext *self)
{
  g_autofree char *path = dup_wording_path (self);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (path, self->wording_path) == 0)
    return;
  g_clear_object (&self->wording_pack);
  sf_string_set (&self->wording_path, path);
  if (path && *path)
    {
      self->wording_pack = sf_wording_pack_new_from_file (path, &error);
      if (self->wording_pack
          && !sf_wording_pack_fits (self->wording_pack, sf_context_get_framework (self), &error))
        g_clear_object (&self->wording_pack);
      if (error)
        sf_context_report (self, error);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDING_PACK]);
}

/**
 * sf_context_set_evaluation:
 * @evaluation: (nullable): one of the workbook's
 *
 * Looks at another evaluation.
 */
void
sf_context_set_evaluation (SfContext *self, SfEvaluation *evaluation)
{
  g_return_if_fail (SF_IS_CONTEXT (self));

  if (g_set_object (&self->evaluation, evaluation))
    {
      update_wording_pack (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVALUATION]);
    }
}

SfFramework *
sf_context_get_framework (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);

  if (!self->evaluation)
    return NULL;
  return sf_model_get_framework (sf_context_get_model (self), self->evaluation);
}

SfCentre *
sf_context_get_centre (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);

  if (!self->evaluation)
    return NULL;
  return sf_model_get_centre (sf_context_get_model (self), self->evaluation);
}

SfWordingPack *
sf_context_get_wording_pack (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);
  return self->wording_pack;
}

const char *
sf_context_get_today (SfContext *self)
{
  g_autofree char *today = sf_clock_today ();

  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);

  /* interned: one a day, and nobody's string goes while it is held */
  return g_intern_string (today);
}

SfHeldList *
sf_context_get_held (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);
  return self->held;
}

GSettings *
sf_context_get_settings (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), NULL);
  return self->settings;
}

gboolean
sf_context_uses_performance (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), FALSE);

  return g_list_model_get_n_items (
             sf_model_get_list (sf_context_get_model (self), SF_TYPE_PERFORMANCE_RECORD))
         > 0;
}

/* Closed by the head, or sealed after a meeting. */
static gboolean
is_shut (SfContext *self, SfEvaluation *evaluation)
{
  return !sf_record_is_null (SF_RECORD (evaluation), SF_EVALUATION_CLOSED_AT)
         || sf_model_get_shut_seal (sf_context_get_model (self), evaluation) != NULL;
}

gboolean
sf_context_can_edit (SfContext *self)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), FALSE);

  if (sf_workbook_get_read_only (self->workbook))
    return FALSE;
  return !self->evaluation || !is_shut (self, self->evaluation);
}

void
sf_context_go (SfContext *self, const char *page_id, const char *item)
{
  g_return_if_fail (SF_IS_CONTEXT (self));
  g_return_if_fail (page_id != NULL);

  g_signal_emit (self, signals[GO], 0, page_id, item);
}

gboolean
sf_context_is_closed (SfContext *self, SfRecord *record)
{
  SfEvaluation *evaluation = sf_model_get_evaluation_of (sf_context_get_model (self), record);

  return evaluation != NULL && is_shut (self, evaluation);
}

void
sf_context_say (SfContext *self, const char *text, gboolean with_undo)
{
  g_return_if_fail (SF_IS_CONTEXT (self));
  g_return_if_fail (text != NULL);

  g_signal_emit (self, signals[SAY], 0, text, with_undo);
}

void
sf_context_offer (SfContext *self,
                  const char *text,
                  const char *button,
                  gboolean with_undo,
                  SfOfferFunc func,
                  gpointer data,
                  GDestroyNotify destroy)
{
  GClosure *closure;

  g_return_if_fail (SF_IS_CONTEXT (self));

  closure = g_cclosure_new_swap (G_CALLBACK (func), data, (GClosureNotify)G_CALLBACK (destroy));
  g_closure_set_marshal (closure, g_cclosure_marshal_VOID__VOID);
  g_closure_ref (closure);
  g_closure_sink (closure);
  g_signal_emit (self, signals[OFFER], 0, text, button, closure, with_undo);
  g_closure_unref (closure);
}

void
sf_context_report_as (SfContext *self, const char *heading, const GError *error)
{
  g_return_if_fail (SF_IS_CONTEXT (self));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, SF_ERROR, SF_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_signal_emit (self, signals[REPORT], 0, heading, error);
}

void
sf_context_report (SfContext *self, const GError *error)
{
  sf_context_report_as (self, NULL, error);
}

gboolean
sf_context_check (SfContext *self, gboolean done, GError *error)
{
  g_return_val_if_fail (SF_IS_CONTEXT (self), done);

  if (!done && error)
    sf_context_report (self, error);
  g_clear_error (&error);
  return done;
}

/* The evaluation to begin with: the latest of the first centre that has one. */
static SfEvaluation *
choose_evaluation (SfModel *model)
{
  GListModel *centres = sf_model_get_list (model, SF_TYPE_CENTRE);

  for (guint i = 0; i < g_list_model_get_n_items (centres); i++)
    {
      g_autoptr (SfCentre) centre = g_list_model_get_item (centres, i);
      SfEvaluation *evaluation = sf_model_get_latest_evaluation (model, centre);

      if (evaluation)
        return evaluation;
    }
  return NULL;
}

/* An evaluation that was undone is no longer looked at; the first that is made is. */
static void
on_changed_cb (SfContext *self)
{
  SfModel *model = sf_context_get_model (self);

  sf_held_list_follow (self->held, model);
  if (!self->evaluation
      || !sf_model_find (model, sf_record_get_uuid (SF_RECORD (self->evaluation))))
    sf_context_set_evaluation (self, choose_evaluation (model));
}

static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  return schema ? g_settings_new (SCHEMA_ID) : NULL;
}

static void
sf_context_constructed (GObject *object)
{
  SfContext *self = SF_CONTEXT (object);
  SfModel *model = sf_context_get_model (self);

  G_OBJECT_CLASS (sf_context_parent_class)->constructed (object);
  self->settings = open_settings ();
  if (self->settings)
    g_signal_connect_object (self->settings, "changed::framework-wording",
                             G_CALLBACK (update_wording_pack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  sf_context_set_evaluation (self, choose_evaluation (model));
}

static void
sf_context_dispose (GObject *object)
{
  SfContext *self = SF_CONTEXT (object);

  g_clear_object (&self->evaluation);
  g_clear_object (&self->wording_pack);
  g_clear_object (&self->settings);
  g_clear_object (&self->held);
  g_clear_object (&self->workbook);
  G_OBJECT_CLASS (sf_context_parent_class)->dispose (object);
}

static void
sf_context_finalize (GObject *object)
{
  SfContext *self = SF_CONTEXT (object);

  g_free (self->wording_path);
  G_OBJECT_CLASS (sf_context_parent_class)->finalize (object);
}

static void
sf_context_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SfContext *self = SF_CONTEXT (object);

  switch (id)
    {
    case PROP_WORKBOOK:
      g_value_set_object (value, self->workbook);
      break;
    case PROP_EVALUATION:
      g_value_set_object (value, self->evaluation);
      break;
    case PROP_WORDING_PACK:
      g_value_set_object (value, self->wording_pack);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sf_context_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SfContext *self = SF_CONTEXT (object);

  switch (id)
    {
    case PROP_WORKBOOK:
      self->workbook = g_value_dup_object (value);
      break;
    case PROP_EVALUATION:
      sf_context_set_evaluation (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sf_context_class_init (SfContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sf_context_constructed;
  object_class->dispose = sf_context_dispose;
  object_class->finalize = sf_context_finalize;
  object_class->get_property = sf_context_get_property;
  object_class->set_property = sf_context_set_property;

  properties[PROP_WORKBOOK]
      = g_param_spec_object ("workbook", NULL, NULL, SF_TYPE_WORKBOOK,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EVALUATION]
      = g_param_spec_object ("evaluation", NULL, NULL, SF_TYPE_EVALUATION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDING_PACK]
      = g_param_spec_object ("wording-pack", NULL, NULL, SF_TYPE_WORDING_PACK,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[GO_FIELD] = g_signal_new ("go-field", SF_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 2, SF_TYPE_RECORD, G_TYPE_UINT);
  signals[GO] = g_signal_new ("go", SF_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SAY] = g_signal_new ("say", SF_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[OFFER]
      = g_signal_new ("offer", SF_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                      4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_CLOSURE, G_TYPE_BOOLEAN);
  signals[REPORT] = g_signal_new ("report", SF_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
sf_context_init (SfContext *self)
{
  self->held = sf_held_list_new ();
}
