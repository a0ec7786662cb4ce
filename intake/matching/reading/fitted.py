"""Costs of sounds fitted to pairs of names, by benchmarks/fit_sounds.py and not by hand.

Hundredths, where they differ from what phonetics alone says: two sounds and the cost of
one for the other; a sound, its place in the word and the cost of its loss, between
scripts that write vowels alike and where the other script leaves vowels out.
"""

FITTED_VERSION = 1

FITTED_GAPS = """
C~CJZ7 C~CSxk1 C~C_1 C~CktS1 C~Cs1 C~J36 C~JZyx30 C~JgZ43 C~JyZx45 C~S30 C~SC20 C~Ss33 C~Z43 C~ZCJ16
C~ZJ50 C~_c42 C~_kx62 C~b141 C~c24 C~czs38 C~gJ43 C~gJxZ45 C~i137 C~k59 C~kC1 C~kCqg19 C~kc35 C~kg51
C~kq56 C~kxC1 C~kxS39 C~s32 C~sCc1 C~sz46 C~sz_52 C~t97 C~yJZ49 C~z121 C~zc53 C~zcs54 CJZ~CS16
CJZ~CSxk11 CJZ~Ckc8 CJZ~J9 CJZ~JyZx10 CJZ~ZCJ1 CJZ~kxS42 CS~CSxk1 CS~Ckc1 CS~CktS1 CS~Cs9 CS~J43
CS~JyZx45 CS~S22 CS~Ss21 CS~ZCJ11 CS~ZJ48 CS~_kx52 CS~c30 CS~cs50 CS~czs50 CS~gJxZ43 CS~k83 CS~kC1
CS~kc36 CS~kx53 CS~kxC8 CS~kxS16 CS~s57 CS~sCc10 CS~sCcJ8 CS~sS10 CS~sz53 CS~xh58 CS~zc54 CS~zcs54
CSxk~JgZ34 CSxk~JyZx16 CSxk~S1 CSxk~Ss7 CSxk~ZCJ12 CSxk~aeh_25 CSxk~aeth_21 CSxk~cs34 CSxk~g51
CSxk~gJxZ11 CSxk~gh38 CSxk~h26 CSxk~h_10 CSxk~ha_31 CSxk~k30 CSxk~kc1 CSxk~kg36 CSxk~kq20 CSxk~kx1
CSxk~kxC1 CSxk~kxS1 CSxk~n127 CSxk~qk12 CSxk~s57 CSxk~sS8 CSxk~t96 CSxk~xh9 CSxk~xk1 C_~Ct_1
Cc_~ae_18 Cc_~c1 Cc_~kg63 Cc_~kq59 Cc_~s41 Cc_~t69 Ckc~SC11 Ckc~c1 Ckc~k8 Ckc~kq8 Ckc~qkgG1 CktS~J33
CktS~JgZ35 CktS~S7 CktS~SC7 CktS~Ss14 CktS~Tst8 CktS~Ttzf11 CktS~d47 CktS~fT28 CktS~g47 CktS~k23
CktS~kg12 CktS~kq17 CktS~kxS10 CktS~qkgG9 CktS~s53 CktS~sS8 CktS~t16 CktS~tT8 CktS~xh31 CktS~zc52
Cs~JgZ27 Cs~SC8 Cs~s17 Cs~z31 Ct~SC10 Ct~t1 Ct~tT13 D~d16 D~sz34 D~wvuo120 Dd~Dzd1 Dd~d1 Dd~t42
Dd~tT37 Dd~z36 Dd~zcs13 Dzd~Ttzf1 Dzd~czs8 Dzd~d18 Dzd~sCcJ27 Dzd~sz8 Dzd~z1 Dzd~zcJ1 Dzd~zcs1
Gg~Gg_1 Gg~J39 Gg~JyZx48 Gg~d124 Gg~fg_1 Gg~g1 Gg~gJ9 Gg~g_1 Gg~gh1 Gg~h_35 Gg~ha_37 Gg~k61
Gg~kCqg13 Gg~kSxgz8 Gg~kc53 Gg~kq50 Gg~r114 Gg~sCc122 Gg~wv123 Gg~yJZ_44 Gg_~JgZ12 Gg_~aeh_13
Gg_~aeo_16 Gg_~auo_11 Gg_~g1 Gg_~gJ1 Gg_~gh1 Gg_~h39 Gg_~h_1 Gg_~k48 Gg_~k_1 Gg_~kg14 Gg_~kq26
Gg_~qkgG1 Gg_~xk28 Gg_~yi_1 J~JZyx1 J~Jcz14 J~Jd1 J~JyZx1 J~S61 J~SC32 J~Ss36 J~Z28 J~ZCJ9 J~ZJ11
J~czJ11 J~d113 J~g34 J~iy45 J~kc36 J~kg53 J~ly45 J~s127 J~sCcJ14 J~xh122 J~y43 J~yJZ1 J~y_24 J~yi_44
J~yie50 J~z31 J~zc51 J~zcJ1 JZ~JZyx14 JZ~JyZx10 JZ~S44 JZ~g34 JZ~gJ1 JZ~yie42 JZyx~JgZ1 JZyx~JyZx1
JZyx~SC44 JZyx~Z1 JZyx~ae_35 JZyx~aeh_22 JZyx~czJ11 JZyx~e25 JZyx~gh26 JZyx~h19 JZyx~i16 JZyx~k52
JZyx~kg49 JZyx~kx10 JZyx~l72 JZyx~n78 JZyx~ouvw43 JZyx~sCcJ11 JZyx~x10 JZyx~xh12 JZyx~y7 JZyx~yi13
JZyx~yie13 JZyx~z40 JZyx~zc15 Jcz~Z24 Jcz~ZCJ12 Jcz~c7 Jcz~gJxZ7 Jcz~kc16 Jcz~sS28 Jcz~sz14 Jcz~z1
Jcz~zcs1 Jd~JgZ7 Jg~JgZ1 Jg~g7 Jg~kg12 Jg~y_25 JgZ~JyZx1 JgZ~S56 JgZ~Ss34 JgZ~ZCJ1 JgZ~ZJ10
JgZ~_Gyw11 JgZ~aeh_32 JgZ~gJxZ1 JgZ~g_1 JgZ~gh7 JgZ~h48 JgZ~h_58 JgZ~k37 JgZ~kC30 JgZ~kCqg14
JgZ~kc31 JgZ~kq54 JgZ~kxS42 JgZ~ly50 JgZ~rZS7 JgZ~s138 JgZ~sCc46 JgZ~sCcJ20 JgZ~sz62 JgZ~xh38
JgZ~xk51 JgZ~y31 JgZ~yJZ1 JgZ~yJZ_1 JgZ~y_19 JgZ~yi31 JgZ~yi_44 JgZ~yie43 JgZ~z38 JgZ~zc36 JgZ~zcJ9
JgZ~zcs54 JyZx~S24 JyZx~SC44 JyZx~Ss51 JyZx~ZCJ1 JyZx~ae_36 JyZx~aeiou_41 JyZx~eyi1 JyZx~g26
JyZx~gJxZ1 JyZx~gh35 JyZx~h35 JyZx~h_12 JyZx~ha_34 JyZx~i3 JyZx~ie23 JyZx~iey1 JyZx~k59 JyZx~kc37
JyZx~kg55 JyZx~kq53 JyZx~kx11 JyZx~l58 JyZx~sCcJ1 JyZx~sz51 JyZx~u51 JyZx~wvuo62 JyZx~x12 JyZx~xh18
JyZx~xk12 JyZx~yi1 JyZx~yi_1 JyZx~yie8 JyZx~z51 JyZx~zc14 JyZx~zcJ1 S~SC1 S~Ss1 S~Z52 S~ZJ45 S~bp140
S~cs50 S~kc63 S~kxS12 S~rZS8 S~s22 S~sz14 S~sz_25 S~t137 S~xh51 S~z124 SC~Ss1 SC~Sskx1 SC~ZCJ8
SC~_kx59 SC~cC16 SC~czs47 SC~gJ44 SC~gJxZ43 SC~kCqg21 SC~kc53 SC~kx49 SC~kxS9 SC~s28 SC~sCc10
SC~sCcJ21 SC~s_48 SC~sz29 SC~t123 SC~xh70 SC~xk61 SC~xkCS1 SC~zcs41 Ss~Tst18 Ss~Ttzf33 Ss~Z44 Ss~c61
Ss~cC52 Ss~cZ35 Ss~cs18 Ss~czs17 Ss~fT51 Ss~gJxZ44 Ss~kc55 Ss~kxC30 Ss~kxS11 Ss~rZS16 Ss~s15
Ss~sCcJ25 Ss~sS1 Ss~s_11 Ss~sz14 Ss~sz_17 Ss~tc41 Ss~tcS1 Ss~z32 Ss~zc35 Ss~zc_28 Ss~zcs23 Sskx~gh22
Sskx~k9 Sskx~s1 Sskx~xh7 T~Tst1 T~Ttzf1 T~d52 T~f48 T~s43 T~sz30 Tst~Ttzf1 Tst~czJ30 Tst~d51
Tst~d_34 Tst~s20 Tst~sCcJ10 Tst~sz11 Tst~t19 Tst~tT1 Tst~t_15 Tst~z28 Tst~zcs24 Ttzf~_t1 Ttzf~aeth_8
Ttzf~bp57 Ttzf~bv38 Ttzf~cs41 Ttzf~cz14 Ttzf~d44 Ttzf~dzD13 Ttzf~f15 Ttzf~fT22 Ttzf~fp20 Ttzf~fv33
Ttzf~ouvw39 Ttzf~pf27 Ttzf~s46 Ttzf~sCcJ28 Ttzf~sz22 Ttzf~sz_1 Ttzf~tT1 Ttzf~t_1 Ttzf~v34 Ttzf~vw36
Ttzf~wv36 Ttzf~wvuo43 Ttzf~xh115 Ttzf~z28 Ttzf~zc7 Ttzf~zcs7 Z~ZCJ1 Z~Z_1 Z~g33 Z~gJxZ7 Z~kC55
Z~kg68 Z~ly59 Z~rZS1 Z~s127 Z~sCcJ33 Z~sz50 Z~xh127 Z~yie61 Z~z17 Z~zc36 Z~zc_36 Z~zcs34 ZCJ~ZJ1
ZCJ~c37 ZCJ~gJxZ10 ZCJ~yie48 ZCJ~z26 ZCJ~zcs38 ZJ~czs36 ZJ~g36 ZJ~gJ1 ZJ~gJxZ1 ZJ~r116 ZJ~rZS1
ZJ~sCcJ19 ZJ~sz51 ZJ~yJZ9 ZJ~z33 ZJ~zc_38 ZJ~zcs41 _Gyw~g8 _Gyw~gh7 _Gyw~ouvw10 _Gyw~yie8 _c~c1
_d~aeiou_9 _d~h_14 _d~t34 _d~t_1 _kx~ae_16 _kx~aeo_18 _kx~k8 _kx~xh9 _t~ae_12 _t~aeo_10 _t~cs50
_t~d49 _t~e_12 _t~h_8 _t~t1 _t~tT7 _t~t_1 _t~uyviw_8 _t~yi_11 a~a_1 a~ae1 a~ae_1 a~aeh_1 a~aeiou_1
a~aeo_1 a~aeth_1 a~ai1 a~ao1 a~auo_1 a~e12 a~e_9 a~ea1 a~ei8 a~gh68 a~ha_26 a~iay1 a~iey14 a~o27
a~oa27 a~oau10 a~oeu30 a~ouvw45 a~u13 a~ua22 a~uw67 a~uwo51 a~vw68 a~wvuo42 a~xh39 a~yi60 a~yie37
a_~aeh_8 a_~aeiou_1 a_~aeo_1 a_~auo_1 a_~ha_9 a_~oa7 a_~wvuo44 a_~y_11 a_~yi_10 a_~yie30 ae~ae_1
ae~aeo_1 ae~ao13 ae~auo_1 ae~e1 ae~eai1 ae~ha_10 ae~i3 ae~o45 ae~oa20 ae~oe12 ae~oeu17 ae~wvuo45
ae~xh57 ae~yie12 ae_~aeh_1 ae_~aeo_1 ae_~ao1 ae_~d_23 ae_~e27 ae_~e_30 ae_~eai9 ae_~ei8 ae_~eo18
ae_~eyi11 ae_~fg_8 ae_~g_24 ae_~h_20 ae_~ha_21 ae_~i40 ae_~i_17 ae_~iey27 ae_~k_12 ae_~ly45
ae_~no_11 ae_~o51 ae_~oa17 ae_~oau11 ae_~oe23 ae_~oeu18 ae_~ouvw47 ae_~ouw42 ae_~r_15 ae_~s_16
ae_~sz_29 ae_~t_15 ae_~u48 ae_~ua11 ae_~uow46 ae_~uw49 ae_~uwv_26 ae_~uyviw_18 ae_~w_7 ae_~wv_14
ae_~xh59 ae_~y36 ae_~yJZ32 ae_~yJZ_13 ae_~y_19 ae_~yi28 ae_~yi_27 ae_~yie40 ae_~zc_14 aeh_~aeo_7
aeh_~aeth_10 aeh_~aiy1 aeh_~ao10 aeh_~d_30 aeh_~e1 aeh_~eyi8 aeh_~g50 aeh_~gJxZ28 aeh_~g_23
aeh_~gh20 aeh_~h1 aeh_~h_1 aeh_~i46 aeh_~iay11 aeh_~iey9 aeh_~iy25 aeh_~k52 aeh_~kCqg47 aeh_~kc63
aeh_~ly42 aeh_~oa20 aeh_~oe8 aeh_~oeu17 aeh_~r_1 aeh_~s_1 aeh_~sz_24 aeh_~t_9 aeh_~u50 aeh_~uw48
aeh_~uwv_17 aeh_~uyviw_16 aeh_~wv_14 aeh_~xh1 aeh_~xk19 aeh_~yJZ19 aeh_~y_19 aeh_~yi37 aeh_~yi_28
aeh_~yie19 aeiou_~ai1 aeiou_~auo_1 aeiou_~e_1 aeiou_~eai12 aeiou_~ei11 aeiou_~eo1 aeiou_~eyi7
aeiou_~gh52 aeiou_~h_24 aeiou_~i23 aeiou_~iay7 aeiou_~ie1 aeiou_~iey18 aeiou_~iy9 aeiou_~ly32
aeiou_~no_8 aeiou_~o19 aeiou_~oa9 aeiou_~oe16 aeiou_~oeu12 aeiou_~ouw7 aeiou_~t_7 aeiou_~u19
aeiou_~uow10 aeiou_~uw20 aeiou_~uwo19 aeiou_~uwv_10 aeiou_~uyviw_1 aeiou_~vw27 aeiou_~wv36
aeiou_~wvuo10 aeiou_~y_9 aeiou_~yi25 aeiou_~yi_12 aeo_~ai1 aeo_~ao1 aeo_~auo_1 aeo_~d_11 aeo_~e13
aeo_~e_7 aeo_~eyi10 aeo_~g_13 aeo_~h_12 aeo_~i40 aeo_~i_15 aeo_~iay7 aeo_~ie7 aeo_~iey20 aeo_~l_10
aeo_~ly18 aeo_~o23 aeo_~oa15 aeo_~oe20 aeo_~oeu20 aeo_~ou11 aeo_~ouw14 aeo_~r_10 aeo_~s_11
aeo_~sz_12 aeo_~t_16 aeo_~u10 aeo_~ua1 aeo_~uow23 aeo_~uw19 aeo_~uwo22 aeo_~uwv_26 aeo_~vw29
aeo_~wv15 aeo_~wv_9 aeo_~wvuo24 aeo_~xh72 aeo_~y_17 aeo_~yi30 aeo_~yi_11 aeo_~yie25 aeo_~zc_14
aeth_~d45 aeth_~d_9 aeth_~e12 aeth_~e_12 aeth_~gJxZ24 aeth_~g_9 aeth_~h9 aeth_~h_1 aeth_~i42
aeth_~iay9 aeth_~iey11 aeth_~k66 aeth_~kCqg55 aeth_~ly35 aeth_~oa8 aeth_~r_16 aeth_~sz_15 aeth_~t20
aeth_~uwo42 aeth_~yi33 aeth_~yi_18 aeth_~yie18 ai~i7 ai~oa9 ai~yie15 aiy~e_4 aiy~i13 aiy~ouvw42
aiy~yi10 aiy~yie13 ao~e_29 ao~ei29 ao~eyi10 ao~ha_9 ao~ie28 ao~o1 ao~oa1 ao~u5 ao~uow9 ao~uwo1
ao~wvuo7 ao~xh57 ao~yie33 auo_~e14 auo_~eo10 auo_~g_13 auo_~h_32 auo_~ha_12 auo_~i33 auo_~k_9
auo_~o21 auo_~oa10 auo_~ouvw16 auo_~uwv_1 auo_~uyviw_9 auo_~vw21 auo_~wv32 auo_~y_14 auo_~yi48 b~b_1
b~bp1 b~bv1 b~fv65 b~g128 b~m119 b~ouvw60 b~p28 b~pf52 b~r129 b~t138 b~uwo69 b~v42 b~vw38 b~wv43
b~wvuo61 b_~bp1 bp~d127 bp~f59 bp~fg_64 bp~fp15 bp~p1 bp~pf1 bp~uyviw_57 bp~v28 bp~vw54 bp~wv58
bv~f34 bv~fT36 bv~fv9 bv~ouw29 bv~p53 bv~uow28 bv~uw25 bv~uwo26 bv~uwv_21 bv~uyviw_16 bv~v1 bv~wv_7
bv~wvuo35 c~cZ1 c~cs1 c~cz1 c~czs1 c~dzD42 c~k125 c~kC41 c~kc12 c~kg114 c~kq114 c~n128 c~s48 c~sCc1
c~sCcJ12 c~sS40 c~sz30 c~sz_42 c~t47 c~z25 c~zc11 c~zc_1 c~zcs13 cC~k65 cC~kg60 cC~kq63 cC~s49
cC~z43 cZ~z36 cs~cz1 cs~czJ12 cs~czs12 cs~fT44 cs~kc18 cs~s16 cs~sCcJ8 cs~sS7 cs~s_12 cs~sz18
cs~sz_1 cs~t46 cs~t_55 cs~z35 cs~zc15 cs~zcJ1 cs~zcs12 cz~czs1 cz~gJxZ47 cz~s29 cz~sz16 cz~sz_16
cz~z16 cz~zc7 cz~zcJ9 cz~zcs8 czJ~kc9 czJ~s28 czJ~yie45 czJ~z1 czJ~zc1 czs~dzD9 czs~kc1 czs~s30
czs~s_7 czs~tT47 czs~z22 czs~zc12 czs~zcs1 d~d_1 d~dzD1 d~fT57 d~g124 d~gJ129 d~kq137 d~m137 d~r117
d~s127 d~t50 d~tT56 d~t_25 d~zc116 d_~e_1 d_~g_10 d_~t1 d_~t_1 dzD~s30 dzD~sz23 dzD~sz_10 dzD~t44
dzD~z7 dzD~zcs10 e~e_1 e~eai1 e~eyi1 e~ha_16 e~i10 e~ie1 e~iey1 e~ly32 e~o28 e~oa45 e~oe14 e~oeu9
e~ouvw49 e~u49 e~uow27 e~uw51 e~uwo52 e~xh67 e~y36 e~yJZ33 e~yi23 e~yi_24 e_~eai13 e_~ei1 e_~g_11
e_~h_1 e_~i12 e_~iay7 e_~ie1 e_~iey13 e_~iy14 e_~o42 e_~oa38 e_~oe24 e_~ouvw51 e_~sz_12 e_~t_16
e_~uw47 e_~uwv_7 e_~wvuo50 e_~y13 e_~yJZ23 e_~y_1 e_~yi5 e_~yi_1 e_~yie12 eai~eo8 eai~ha_9 eai~i1
eai~ie1 eai~iey1 eai~o42 eai~oa25 eai~oe17 eai~oeu15 eai~uw42 eai~wvuo42 eai~yi1 eai~yie14 ei~ha_28
ei~i1 ei~ie7 ei~iey1 ei~oa34 ei~oe16 ei~oeu12 ei~ouvw24 ei~uw42 ei~wvuo34 ei~xh53 ei~y22 ei~y_3
ei~yi1 ei~yie1 eo~i28 eo~ie10 eo~iy12 eo~oa15 eo~oe1 eo~ouvw1 eo~u24 eo~uw3 eo~wvuo7 eo~xh70 eo~yie7
eyi~gh68 eyi~n68 eyi~oe11 eyi~y_1 eyi~yi1 f~fT1 f~fp1 f~fv1 f~ouvw50 f~p6 f~tT50 f~uw49 f~vw36
f~wv24 f~wvuo47 f~xh131 fT~fg_8 fT~fp1 fT~ouvw43 fT~p29 fT~s50 fT~sCcJ50 fT~sz48 fT~t46 fT~t_22
fT~uw54 fT~v32 fT~wv36 fT~wv_33 fT~wvuo37 fT~zcs46 fg_~fv13 fg_~g12 fg_~ha_1 fg_~kg13 fg_~qkgG1
fg_~uw32 fg_~xh38 fp~p20 fp~v32 fp~vw26 fv~l130 fv~ouvw16 fv~ouw22 fv~p21 fv~pf1 fv~uow20 fv~uw20
fv~uwo25 fv~uwv_26 fv~uyviw_15 fv~v1 fv~vw1 fv~wv10 fv~wv_11 g~gJ1 g~gJxZ1 g~g_1 g~gh1 g~h50 g~ha_54
g~kCqg17 g~kSxgz8 g~kc55 g~kg35 g~kq54 g~kx38 g~pf142 g~qk43 g~x42 g~xh58 g~xk52 g~yi127 gJ~kg11
gJ~kx34 gJ~qkgG12 gJ~xh48 gJ~yie34 gJxZ~gh1 gJxZ~h35 gJxZ~h_6 gJxZ~ha_29 gJxZ~k51 gJxZ~kg32
gJxZ~kq48 gJxZ~kx20 gJxZ~qkgG1 gJxZ~r126 gJxZ~sCcJ13 gJxZ~sz55 gJxZ~xh15 gJxZ~y49 gJxZ~yJZ7
gJxZ~yJZ_1 gJxZ~y_43 gJxZ~yi44 gJxZ~yi_47 gJxZ~yie56 gJxZ~z54 gJxZ~zc51 g_~gh1 g_~h_8 g_~kg17
g_~qkgG1 g_~sz_13 g_~t_12 g_~yi_8 gh~h14 gh~h_14 gh~ha_12 gh~ie57 gh~k52 gh~kCqg10 gh~k_47 gh~kc49
gh~kg28 gh~kq56 gh~kx26 gh~kxC21 gh~kxS20 gh~o79 gh~qkgG7 gh~sCcJ55 gh~uw81 gh~x22 gh~yi80 h~h_1
h~ha_1 h~kSxgz20 h~kq62 h~kx12 h~kxC26 h~kxS19 h~wvuo64 h~x13 h~xh1 h~xk21 h_~ha_1 h_~k65 h_~kg55
h_~kq62 h_~kx19 h_~kxC9 h_~t_15 h_~uow_11 h_~wv_7 h_~xh1 h_~xk3 h_~y_20 h_~yie56 ha_~iay9 ha_~kg49
ha_~kxS19 ha_~o30 ha_~oa19 ha_~s_7 ha_~sz_8 ha_~uwv_19 ha_~uyviw_7 ha_~wv_14 ha_~xh1 ha_~y_20
ha_~yi47 ha_~yi_16 ha_~yie20 i~i_1 i~iay1 i~iey1 i~iy10 i~l118 i~ly36 i~oa62 i~oe35 i~oeu25 i~ouvw55
i~u32 i~ua43 i~uw51 i~uwo51 i~wvuo60 i~xh85 i~y7 i~yJZ8 i~yJZ_7 i~y_3 i~yi1 i~yi_1 i~yie1 i_~uw43
i_~y_1 i_~yie1 iay~ly13 iay~y1 iay~yi1 ie~ly16 ie~o48 ie~y_16 ie~yi13 iey~l67 iey~oa27 iey~oe12
iey~oeu13 iey~wvuo47 iey~y13 iey~y_10 iey~yi1 iey~yie1 iy~l69 iy~oeu24 iy~u30 iy~yi1 k~kC11 k~kS1
k~k_13 k~kc1 k~kg1 k~kq1 k~ks7 k~kx13 k~kxC1 k~kxS1 k~n127 k~qk8 k~sCc66 k~sCcJ47 k~t128 k~x33 k~xk7
k~xkC10 kC~kc10 kC~kg1 kC~kq15 kC~kx1 kCqg~qkgG1 kCqg~sz47 kCqg~sz_44 kCqg~xk12 kS~kq1 kSxgz~z1
k_~kg11 k_~qkgG7 k_~wv_1 kc~kg1 kc~kq1 kc~kx8 kc~qkgG1 kc~s30 kc~sCc1 kc~sCcJ8 kc~sz47 kc~t78 kc~x48
kc~xh55 kc~xk12 kc~z47 kc~zc12 kc~zcs13 kg~kq1 kg~kxS10 kg~o137 kg~sCcJ34 kg~xk26 kg~yJZ55 kq~kxC1
kq~kxS13 kq~p137 kq~qk1 kq~qkgG1 kq~s117 kq~sCc54 kq~sCcJ40 ks~s1 kx~qk13 kx~xh1 kx~xk1 kx~xkC1
kx~xkCS1 kxC~sS33 kxC~xk12 kxS~qkgG9 kxS~s33 kxS~sz49 kxS~x11 kxS~xh11 l~lw1 l~ly1 l~p139 l~r83
l~sz123 l~y49 l~yi55 l~yi_68 l~yie50 l~z117 l_~wv_1 ly~n69 ly~r69 ly~uw60 ly~wvuo59 ly~y11 ly~y_7
ly~yi19 ly~yi_20 ly~yie27 m~n49 m~n_61 m~t140 m~wv137 n~n_1 n~no_17 n~r130 n~s138 n~t120 n~yJZ80
n~yJZ_78 n~y_68 n~yi81 n~yie71 no_~ouvw1 o~oa1 o~oe1 o~oeu1 o~ou1 o~ouvw1 o~ouw1 o~u1 o~uow_1 o~uw22
o~uwo1 o~vw19 o~wv37 o~wv_27 o~wvuo1 o~xh79 o~yie54 oa~oau1 oa~oe8 oa~oeu12 oa~ouvw1 oa~ouw1 oa~u27
oa~ua11 oa~uwo14 oa~wv32 oa~wv_21 oa~wvuo1 oa~yi52 oa~yie39 oau~wvuo12 oe~oeu1 oe~ou1 oe~ouvw1 oe~u5
oe~ua3 oe~uw25 oe~uwo21 oe~wv28 oe~wvuo1 oe~y33 oe~yi9 oe~yie15 oeu~ouw8 oeu~uow1 oeu~uwo1 oeu~vw17
oeu~w_1 oeu~wv23 oeu~wvuo1 oeu~yi27 oeu~yie21 ou~ouvw1 ou~u1 ou~uw15 ou~vw16 ou~wv_15 ouvw~u1
ouvw~ua1 ouvw~uow_1 ouvw~uw1 ouvw~uwo1 ouvw~uwv_1 ouvw~uyviw_1 ouvw~v8 ouvw~w_8 ouvw~wv_1 ouvw~wvuo1
ouvw~xh82 ouvw~y_65 ouvw~yi50 ouvw~yi_50 ouw~uw1 ouw~uwo1 ouw~vw12 ouw~wv1 ouw~wvuo1 ouw~yie42 p~p_1
p~pf1 p~r139 p~v122 p~vw118 p_~pf1 pf~uwo51 pf~uwv_32 pf~uyviw_32 pf~v41 pf~vw41 pf~wv37 pf~wvuo41
qk~xk1 qkgG~xh33 qkgG~xk19 r~r_1 r~s137 r~zcs130 rZS~s47 s~sS1 s~s_1 s~sz1 s~sz_1 s~t120 s~tT42
s~tcS33 s~z20 s~zc30 s~zcJ29 s~zc_15 s~zcs25 sCc~sCcJ1 sCc~sz1 sCc~z33 sCc~zc8 sCc~zcs13 sCcJ~sz1
sCcJ~sz_11 sCcJ~t69 sCcJ~y_45 sCcJ~yie50 sCcJ~z27 sCcJ~zc13 sCcJ~zcs11 sS~sz1 sS~z16 sS~zc33 s_~sz1
s_~sz_1 s_~tT36 s_~y_7 s_~z17 sz~sz_1 sz~t121 sz~tT30 sz~vw123 sz~yJZ41 sz~z11 sz~zDd16 sz~zc21
sz_~t_14 sz_~y_1 sz_~yi_12 sz_~zc9 sz_~zcs1 t~t_1 t~tc1 t~zcs61 tT~t_1 tT~tc1 tT~zcs42 t_~uwv_7
t_~uyviw_8 t_~yi_18 u~ua1 u~uow1 u~uow_1 u~uw1 u~uwo1 u~vw26 u~wv26 u~wv_1 u~wvuo1 u~yi15 u~yie26
ua~uw1 ua~vw18 ua~wvuo11 uow~uw1 uow~uwo1 uow~wv10 uow~wv_1 uow~wvuo1 uow~yie48 uow_~v21 uw~uwo1
uw~uwv_1 uw~uyviw_1 uw~w_7 uw~wv1 uw~wv_1 uw~yi31 uwo~vw14 uwo~wvuo1 uwo~yie49 uwv_~v1 uwv_~vw7
uwv_~wv12 uwv_~wv_1 uwv_~wvuo1 uwv_~yi_9 uwv_~yie46 uyviw_~vw1 uyviw_~wv10 uyviw_~wvuo1 uyviw_~y10
uyviw_~yi_8 uyviw_~yie7 v~vw1 v~wv1 v~wv_1 v~wvuo28 vw~w_13 vw~wv1 vw~wv_1 vw~wvuo13 vw~yi59
vw~yie71 w_~wvuo9 w_~y_7 wv~wv_1 wv~wvuo1 wv~yie58 wv~z127 wv_~wvuo1 wvuo~xh77 wvuo~yi47 wvuo~yi_51
wvuo~yie43 x~xh1 x~xk1 xh~xk1 xh~xkCS1 xh~yie61 xh~zcs122 y~yJZ9 y~y_9 y~yi1 y~yi_1 yJZ~yi1 yJZ~yi_1
yJZ~yie15 yJZ_~yi1 yJZ_~yie1 yJZ_~z37 yJZ_~zc20 y_~yi1 y_~z_1 yi~yi_1 yi~yie1 yi_~yie1 z~z_1 z~zc9
z~zc_1 z~zcs1 zc~zcJ1
"""

FITTED_LOSSES = """
zcs/1=-127 C/0=111 C/1=86 C/2=107 CS/3=71 CSxk/1=89 CSxk/3=108 Cc_/3=8 CktS/2=103 Gg/1=75 Gg/2=95
Gg/3=104 Gg_/0=16 Gg_/1=8 Gg_/2=4 Gg_/3=20 J/2=103 JgZ/1=91 JgZ/3=97 S/1=103 S/2=88 S/3=79 SC/3=110
Ss/1=78 Ss/2=104 Ss/3=88 Tst/3=106 ZJ/3=94 _d/0=8 _d/3=4 _kx/1=6 _kx/3=3 _t/0=3 _t/2=3 _t/3=3
_ua/3=3 a/0=28 a/1=43 a/2=18 a/3=16 a_/2=3 ae/0=43 ae/3=30 ae_/1=48 ae_/3=19 aeh_/1=37 aeiou_/0=17
aeiou_/1=4 aeiou_/2=3 aeo_/1=23 aeo_/2=5 aeo_/3=25 aeth_/1=39 ai/3=34 aiy/1=52 ao/3=50 auo_/0=15
b/3=87 bp/3=105 bv/1=89 bv/2=91 bv/3=96 c/1=104 c/2=83 cs/1=88 cs/3=82 cz/3=88 czs/3=93 d/0=80
d/1=74 d/2=75 d/3=67 e/1=51 e/2=31 e/3=16 e_/1=3 e_/2=3 e_/3=3 eai/3=26 ei/3=49 eyi/0=33 eyi/3=7
fg_/1=18 fg_/2=15 fv/1=92 fv/3=94 g/0=105 g/1=71 g/2=94 gJxZ/3=103 g_/1=6 g_/2=3 g_/3=3 gh/0=103
h/2=21 h/3=16 h_/1=3 h_/2=3 h_/3=6 ha_/0=35 ha_/2=28 ha_/3=25 i/0=50 i/1=47 i/2=35 i/3=24 ie/0=5
iy/2=43 iy/3=29 k/0=110 k/1=93 k/2=58 k/3=60 kCqg/1=83 kCqg/3=109 k_/0=7 k_/2=3 kc/1=96 kc/3=90
kg/0=89 kg/1=106 kg/3=104 kq/0=97 kq/3=72 kx/3=94 kxC/2=104 kxS/2=83 l/0=79 l/1=79 l/2=57 l/3=73
l_/2=3 m/0=93 m/1=96 m/2=106 m/3=111 n/0=96 n/1=57 n/2=58 n/3=79 n_/2=3 no_/1=17 o/0=48 o/1=33
o/2=22 oa/0=54 oa/1=45 oa/2=48 oa/3=31 oe/1=55 oe/3=32 oeu/0=44 ouvw/0=53 ouvw/1=57 ouvw/2=36
ouvw/3=27 ouw/3=46 p/0=82 p/2=88 p/3=93 pf/3=85 r/1=59 r/2=80 r/3=66 s/0=111 s/1=44 s/2=89 s/3=71
s_/1=3 s_/3=3 sz/1=46 sz/2=68 t/0=93 t/1=57 t/2=73 t/3=83 tT/0=93 t_/0=16 t_/1=7 t_/2=16 u/0=48
u/1=31 u/2=12 u/3=18 ua/3=37 uow_/2=22 uow_/3=18 uw/1=44 uw/2=30 uw/3=50 uwo/1=44 uwo/3=48 uwv_/1=4
uwv_/2=3 uyviw_/1=3 v/0=105 v/1=87 v/2=90 v/3=85 vw/1=96 w_/3=5 wv/0=65 wv/1=42 wv/2=39 wv/3=54
wv_/0=5 wv_/1=4 wv_/2=16 wv_/3=3 wvuo/0=33 wvuo/2=51 wvuo/3=40 x/3=93 xh/1=96 xh/2=96 xh/3=71
xk/1=103 y/0=39 y/2=37 y/3=16 yJZ_/3=15 y_/0=22 y_/1=3 y_/2=6 y_/3=3 yi/0=51 yi/1=26 yi/2=13 yi/3=19
yi_/1=4 yi_/2=6 yi_/3=4 yie/0=33 yie/1=42 yie/2=35 yie/3=22 z/0=103 z/1=84 z/2=97 z/3=71 z_/3=3
zc_/3=22 zcs/1=83 zcs/3=91
"""

FITTED_LOSSES_UNWRITTEN = """
zcs/1=-74 C/1=103 C/2=88 CSxk/1=94 CSxk/3=93 C_/3=18 Cc_/3=20 Gg_/0=24 Gg_/1=9 Gg_/2=23 Gg_/3=22
S/0=88 S/1=97 S/2=105 S/3=91 Z_/3=16 _Gyw/1=15 _Gyw/2=4 _c/2=9 _d/0=4 _d/3=18 _kx/1=3 _kx/3=3 _t/0=7
_t/2=3 a/0=26 a/1=46 a/2=24 a_/1=23 a_/2=4 a_/3=3 ae/0=12 ae/1=10 ae/3=3 ai/3=17 ao/0=19 b/0=107
b/2=110 b/3=91 b_/1=18 c/2=97 cs/1=87 d/0=118 d/1=87 d/2=72 d/3=78 d_/1=21 e/0=17 e/1=15 e/3=3
e_/1=3 e_/3=4 eai/0=23 eai/3=3 ei/0=14 eo/0=12 eo/3=15 eyi/0=23 eyi/3=7 f/0=94 f/2=104 f/3=83
fg_/2=15 g/0=80 g/2=95 g/3=77 gJxZ/2=80 g_/1=42 g_/2=5 gh/0=94 h/2=34 h/3=29 h_/0=31 h_/1=17 i/0=32
i/1=42 i/2=24 i/3=20 i_/3=11 iay/1=15 iay/2=23 iey/1=33 iey/3=15 iy/1=21 iy/3=12 k/0=89 k/1=95
k/2=85 k/3=90 kCqg/1=74 k_/2=3 kc/0=88 kc/1=84 kc/3=95 kxS/2=74 l/0=46 l/1=81 l/2=33 l/3=94 l_/2=5
ly/2=82 m/0=86 m/2=91 n/1=68 n/2=60 n/3=97 n_/2=16 no_/1=18 o/0=44 o/1=47 o/2=36 o/3=24 oa/0=29
oa/1=36 oa/3=24 oau/3=10 oe/0=16 oe/1=26 oe/3=16 oeu/3=16 ou/1=18 ou/3=12 ouw/0=23 ouw/3=26 p/0=105
p/3=77 p_/2=9 r/1=77 r/2=65 r/3=91 r_/1=33 s/1=95 s/2=103 s/3=85 s_/1=7 s_/3=3 sz/1=54 sz/2=75
sz/3=92 sz_/1=22 t/0=107 t/1=59 t/2=66 t/3=94 t_/1=15 u/0=19 u/1=26 u/2=26 u/3=13 ua/3=17 uow/1=6
uow/3=26 uw/0=19 uw/1=17 uw/2=23 uw/3=30 uwo/1=34 uwo/3=26 uwv_/1=20 uwv_/2=34 uyviw_/1=14
uyviw_/2=15 v/1=82 vw/2=103 w_/3=3 wv/0=34 wv/3=55 wv_/2=21 wv_/3=6 yJZ/2=27 yJZ_/1=9 yJZ_/3=15
y_/0=27 y_/1=4 y_/3=7 yi/0=54 yi/1=41 yi/2=26 yi/3=33 yi_/1=41 yi_/2=21 zc_/3=20 zcs/1=73 zcs/2=95
"""
