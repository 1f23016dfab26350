package store

import (
	"fmt"
	"net/http"
	"strings"

	"salla-profile/web/lab/store/qvalue"
)

// language of an answer: Arabic where the request doesn't prefer English.
type language int

const (
	arabic language = iota
	english
)

func (l language) code() string {
	if l == english {
		return "en"
	}
	return "ar"
}

// languageOf reads Accept-Language: whichever of ar and en has the higher weight, the first one where both have the
// same, Arabic where there is neither.
func languageOf(r *http.Request) language {
	best, bestWeight := arabic, 0.0
	for _, item := range qvalue.Parse(r.Header.Get("Accept-Language")) {
		base, _, _ := strings.Cut(item.Name, "-")
		if item.Weight <= bestWeight || base != "ar" && base != "en" {
			continue
		}
		best, bestWeight = arabic, item.Weight
		if base == "en" {
			best = english
		}
	}
	return best
}

// text is one message in both languages, with fmt verbs for what changes.
type text struct{ ar, en string }

func (t text) in(lang language, values ...any) string {
	format := t.ar
	if lang == english {
		format = t.en
	}
	if len(values) == 0 {
		return format
	}
	return fmt.Sprintf(format, values...)
}

var (
	textNotFound     = text{"الصفحة المطلوبة غير موجودة.", "There is nothing here."}
	textMethod       = text{"لا يُقبل هذا النوع من الطلبات هنا.", "This method isn't allowed here."}
	textUnauthorized = text{"سجّل الدخول أولًا.", "Please sign in first."}
	textExpiredToken = text{"انتهت جلستك، سجّل الدخول من جديد.", "Your session has ended, please sign in again."}
	textTooLarge     = text{"حجم الطلب أكبر من الحد المسموح.", "The request is too large."}
	textUnreadable   = text{"تعذّرت قراءة محتوى الطلب.", "The request's content can't be read."}
	textMediaType    = text{"نوع محتوى الطلب غير مدعوم.", "This type of content isn't supported."}
	textInvalid      = text{"تحقق من الحقول المدخلة.", "Please check the fields."}
	textFault        = text{"عطل متعمَّد في المتجر.", "The store fails on purpose."}

	textRequired    = text{"هذا الحقل مطلوب.", "This field is required."}
	textNotText     = text{"يجب أن تكون القيمة نصًا.", "This must be text."}
	textTooLong     = text{"يجب ألا يزيد النص على %d حرفًا.", "This may have at most %d characters."}
	textCharacters  = text{"يحتوي النص على رموز غير مسموحة.", "This holds characters that aren't allowed."}
	textBirthday    = text{"تاريخ الميلاد غير صحيح، اكتبه بالصيغة YYYY-MM-DD.", "This isn't a date of birth, write it as YYYY-MM-DD."}
	textFuture      = text{"يجب أن يكون تاريخ الميلاد في الماضي.", "The date of birth must be in the past."}
	textGender      = text{"اختر ذكر أو أنثى.", "Choose male or female."}
	textAvatarType  = text{"يجب أن يكون الملف صورة PNG أو JPEG أو GIF أو WebP أو AVIF.", "The file must be a PNG, JPEG, GIF, WebP or AVIF picture."}
	textAvatarSize  = text{"يجب أن يكون حجم الصورة أقل من 2 ميجابايت.", "The picture must be below 2 MB."}
	textEmail       = text{"البريد الإلكتروني غير صحيح.", "This isn't an e-mail address."}
	textCountry     = text{"رمز الدولة غير معروف.", "This country code isn't known."}
	textPhone       = text{"رقم الجوال غير صحيح.", "This isn't a phone number."}
	textPhoneLength = text{"عدد أرقام الجوال غير صحيح لهذه الدولة.", "This isn't the right number of digits for this country."}
	textPhonePrefix = text{"مفتاح الدولة لا يطابق الدولة المختارة.", "The number's calling code is another country's."}
	textNoContact   = text{"أدخل رقم الجوال أو البريد الإلكتروني.", "Enter a phone number or an e-mail address."}
	textSetting     = text{"هذا الإعداد غير معروف.", "This setting isn't known."}
	textBoolean     = text{"يجب أن تكون القيمة نعم أو لا.", "This must be true or false."}
	textOption      = text{"اختر قيمة من القائمة.", "Choose one of the options."}
	textField       = text{"هذا الحقل غير معروف.", "This field isn't known."}
	textRequestType = text{"نوع الطلب غير معروف.", "This type of request isn't known."}
	textChannel     = text{"اختر الجوال أو البريد الإلكتروني.", "Choose mobile or email."}

	textUpdated   = text{"تم حفظ بياناتك.", "Your profile has been saved."}
	textSaved     = text{"تم حفظ الإعداد.", "The setting has been saved."}
	textDeleted   = text{"تم حذف حسابك.", "Your account has been deleted."}
	textUnchanged = text{"لم يتغير شيء.", "Nothing has changed."}
	textVerified  = text{"تم التحقق وحُفظ التغيير.", "Verified, and the change is saved."}
	textCodeSent  = text{"أرسلنا رمز التحقق إلى \u2066%s\u2069.", "We sent a verification code to %s."}

	textSMS            = text{"رمز التحقق الخاص بك هو %s. لا تشاركه مع أحد.", "Your verification code is %s. Don't share it with anyone."}
	textWrongCode      = text{"رمز التحقق غير صحيح.", "The verification code is wrong."}
	textExpiredCode    = text{"انتهت صلاحية رمز التحقق، اطلب رمزًا جديدًا.", "The verification code has expired, please ask for a new one."}
	textLocked         = text{"محاولات كثيرة، حاول مرة أخرى بعد %d ثانية.", "Too many tries, please try again in %d seconds."}
	textNothingPending = text{"لا يوجد تغيير بانتظار التحقق.", "There is no change waiting to be verified."}
	textOtherContact   = text{"ليس هذا ما ينتظر التحقق.", "This isn't the one waiting to be verified."}

	textDeletionQueued    = text{"سيُحذف حسابك خلال 30 يومًا.", "Your account will be deleted within 30 days."}
	textDeletionCancelled = text{"تم إلغاء طلب الحذف.", "The deletion request has been cancelled."}
	textDeletionPending   = text{"يوجد طلب حذف سابق بانتظار التنفيذ.", "There is a deletion request already."}
	textNoDeletion        = text{"لا يوجد طلب حذف.", "There is no deletion request."}
)
